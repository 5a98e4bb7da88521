// Checks a rotation that came out of real events: node check-rotation.mjs ROTATION CATALOGUE_NAME CATALOGUE_FILE [EARLIER]
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import assert from "node:assert/strict";

const [, , file, name, catalogue, earlier] = process.argv;
const rotation = JSON.parse(readFileSync(file, "utf8"));

assert.equal(rotation.name, "speed");
assert.ok(rotation.revision >= 1, "revision counts from 1");
assert.ok(rotation.entries.length >= 3, `too few entries: ${rotation.entries.length}`);
rotation.entries.forEach((entry, i) => {
  assert.equal(entry.position, i + 1);
  assert.ok(entry.model.startsWith(`${name}/`), `${entry.model} is not of ${name}`);
  assert.ok(entry.successRate > 0 && entry.successRate <= 1);
  assert.ok(entry.expectedTimeToSuccessMs > 0);
  assert.ok(["ULTRA_FAST", "FAST", "BALANCED", "SLOW"].includes(entry.tier));
  assert.match(entry.lastResultAt, /Z$/);
});
if (existsSync(catalogue)) {
  const models = JSON.parse(gunzipSync(readFileSync(catalogue))).data;
  const free = new Set(models
    .filter((model) => Number(model.pricing.prompt) === 0 && Number(model.pricing.completion) === 0)
    .filter((model) => model.architecture.output_modalities.includes("text"))
    .map((model) => `${name}/${model.id}`));
  rotation.entries.forEach((entry) => assert.ok(free.has(entry.model), `${entry.model} is no free text model`));
}
if (earlier) {
  const before = JSON.parse(readFileSync(earlier, "utf8"));
  assert.ok(rotation.revision >= before.revision, "a restart goes on with the revisions");
}
console.log(`rotation ${rotation.name} r${rotation.revision}: ${rotation.entries.length} models, primary ${rotation.entries[0].model}`);
