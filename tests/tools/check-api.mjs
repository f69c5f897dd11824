// Checks a description of an API and answers of that API, from standard input, with validators that are not ours: is the
// description valid OpenAPI, and does every answer and every example fit it? Writes what it found as JSON.
import { text } from "node:stream/consumers";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const { document, answers } = JSON.parse(await text(process.stdin));
const validator = new Validator();
const { valid, errors } = await validator.validate(structuredClone(document));

// What is not described must not be there.
for (const schema of Object.values(document.components.schemas)) {
  if (schema.properties) schema.additionalProperties = false;
}
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, "api");

const pointer = (...parts) => parts.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent).join("/");
const faultsOf = (path, status, body) => {
  const content = document.paths[path]?.get.responses[status]?.content;
  if (!content) return [`${path} ${status} is not described`];
  const [type] = Object.keys(content);
  const fits = ajv.compile({ $ref: `api#/${pointer("paths", path, "get", "responses", status, "content", type, "schema")}` });
  return fits(body) ? [] : fits.errors.map((error) => `${path} ${status} ${error.instancePath} ${error.message}`);
};

const examples = Object.entries(document.paths).flatMap(([path, { get }]) =>
  Object.entries(get.responses).flatMap(([status, { content }]) =>
    Object.values(content ?? {}).map(({ example }) => ({ path, status, body: example }))));

process.stdout.write(JSON.stringify({
  version: validator.version,
  valid,
  errors: errors === undefined ? [] : [JSON.stringify(errors)],
  faults: [...answers, ...examples].flatMap(({ path, status, body }) => faultsOf(path, status, body)),
}));
