// Reads a PDF, in base64 from standard input, with pdf.js, and writes as JSON what a reader and a screen reader would find.
import { text } from "node:stream/consumers";

for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {}; // for drawing only
console.warn = console.log = () => {}; // standard output is the answer
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const data = new Uint8Array(Buffer.from(await text(process.stdin), "base64"));
const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)));
const { info, metadata } = await pdf.getMetadata();
const preferences = await pdf.getViewerPreferences();

process.stdout.write(JSON.stringify({
  title: info.Title,
  language: info.Language,
  showsTitle: preferences?.DisplayDocTitle === true,
  isMarked: (await pdf.getMarkInfo())?.Marked === true,
  xmpTitle: metadata.get("dc:title"),
  accessible: metadata.getRaw().includes("<pdfuaid:part>1</pdfuaid:part>"),
  outline: flatten(await pdf.getOutline() ?? []),
  pages,
}));

async function readPage(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const [left, , right] = page.view;
  const pieces = new Map();
  const within = [];
  const stray = [];
  const beyond = [];
  for (const item of items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") within.push(item);
    else if (item.type === "endMarkedContent") within.pop();
    else {
      const owner = within.findLast((mark) => mark.id ?? mark.tag === "Artifact");
      if (!owner && item.str.trim()) stray.push(item.str);
      if (item.str.trim() && (item.transform[4] < left + 60 || item.transform[4] + item.width > right - 60)) beyond.push(item.str);
      if (owner?.id) pieces.set(owner.id, (pieces.get(owner.id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
  }

  const annotations = await page.getAnnotations();
  const links = annotations.map(({ id, url, unsafeUrl, dest, contentsObj }) => ({ id, address: url ?? unsafeUrl ?? null, isInside: !!dest, description: contentsObj?.str ?? "" }));
  const tree = await page.getStructTree();
  const used = new Set();
  const parts = (tree?.children ?? []).map((child) => readTag(child, pieces, used));
  return { tags: parts, links, stray, beyond, untagged: [...pieces.keys()].filter((id) => !used.has(id)) };
}

function readTag(node, pieces, used) {
  if (node.type === "content") used.add(node.id);
  if (node.type) return { kind: node.type, text: pieces.get(node.id) ?? "", description: null, children: [] };
  return { kind: node.role, text: "", description: node.alt ?? null, children: (node.children ?? []).map((child) => readTag(child, pieces, used)) };
}

function flatten(headings, level = 1) {
  return headings.flatMap(({ title, items }) => [{ level, title }, ...flatten(items, level + 1)]);
}
