// Reads mails with a parser that is not ours: standard input names their files as JSON; writes what a reader would see as JSON.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { simpleParser } from "mailparser";

const files = JSON.parse(await text(process.stdin));
const mails = await Promise.all(files.map(async (file) => simpleParser(await readFile(file))));

process.stdout.write(JSON.stringify(mails.map(describe)));

function describe(mail) {
  const raw = (name) => mail.headerLines.find((line) => line.key === name)?.line.replace(/^[^:]*:\s*/, "").replace(/\r?\n\s+/g, " ") ?? null;
  return {
    to: mail.to.text,
    from: mail.from.value[0].address,
    subject: mail.subject,
    text: mail.text,
    id: mail.messageId,
    stop: raw("list-unsubscribe"),
    stopWith: raw("list-unsubscribe-post"),
    automatic: raw("auto-submitted"),
  };
}
