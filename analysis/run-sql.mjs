// Runs the statements of a file in DuckDB, and prints the rows of the last one as JSON: run-sql.mjs FILE
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();
let rows = [];
for (const statement of readFileSync(process.argv[2], "utf8").split(/;\n/).filter((text) => text.trim())) {
  rows = (await connection.runAndReadAll(statement)).getRowObjectsJson();
}

console.log(JSON.stringify(rows));
