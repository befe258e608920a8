import { readFileSync } from "node:fs";
import { normalizeScan } from "../src/normalize/index.ts";
import { buildFlow } from "../src/extract/build-flow.ts";
for (const f of process.argv.slice(2)) {
const {recognized}=JSON.parse(readFileSync(`fixtures/${f}/recognized.json`,"utf8"));
console.log("=====",f);
for(const p of buildFlow(normalizeScan(recognized)).flow) if(p.kind==="paragraph") console.log("P",p.content.text); else { console.log("T",p.title?.text,p.headerRows,p.rowCount,p.columnCount); for(const c of p.cells.slice(0,16)) console.log("   ",c.row,c.column,c.rowSpan,c.columnSpan,c.content.text);}
}
