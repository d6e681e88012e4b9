// Answers many queries over one file in one process: reads {name: query} on standard input, writes {name: results}.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [folder, data] = process.argv.slice(2);
const require = createRequire(pathToFileURL(path.join(folder, "package.json")));
const { QueryEngine } = require("@comunica/query-sparql-file");

const text = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

const queries = JSON.parse(await text(process.stdin));
const engine = new QueryEngine();
const answers = {};
for (const [name, query] of Object.entries(queries)) {
  const result = await engine.query(query, { sources: [data] });
  const { data: stream } = await engine.resultToString(result, "application/sparql-results+json");
  answers[name] = await text(stream);
}
process.stdout.write(JSON.stringify(answers));
