// Reads an Atom feed from standard input with a parser that is not ours, and writes what a reader would show as JSON.
import { text } from "node:stream/consumers";
import { parseAtomFeed } from "feedsmith";

const feed = parseAtomFeed(await text(process.stdin));
const linkOf = (part, relation) => part.links.find((link) => link.rel === relation).href;

process.stdout.write(JSON.stringify({
  id: feed.id,
  title: feed.title.value,
  language: feed.xml.lang,
  self: linkOf(feed, "self"),
  url: linkOf(feed, "alternate"),
  author: feed.authors[0].name,
  updated: feed.updated,
  entries: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    title: entry.title.value,
    url: linkOf(entry, "alternate"),
    author: entry.authors[0].name,
    published: entry.published,
    updated: entry.updated,
    base: entry.content.xml.base,
    html: entry.content.type === "html" ? entry.content.value : null,
  })),
}));
