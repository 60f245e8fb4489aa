// Runs test vectors: run-vectors.mjs FILE. Names every vector that fails, and exits with 1 if one does.
import { readFileSync } from "node:fs";
import { answer, key } from "./feedback-suppression.mjs";

const keyOrNull = (address) => {
  try {
    return key(address);
  } catch {
    return null;
  }
};

const vectors = JSON.parse(readFileSync(process.argv[2], "utf8"));
const failures = [
  ...vectors.addresses
    .filter((one) => keyOrNull(one.address) !== one.key)
    .map((one) => `${JSON.stringify(one.address)} has the key ${JSON.stringify(keyOrNull(one.address))}, not ${JSON.stringify(one.key)}`),
  ...vectors.items
    .filter((one) => answer(one.item ?? undefined, one.scope, one.now).maySend !== one.maySend)
    .map((one) => `${one.name}: ${!one.maySend}`),
];
console.log(failures.join("\n") || `${vectors.addresses.length} addresses and ${vectors.items.length} items are right.`);
process.exitCode = failures.length > 0 ? 1 : 0;
