import { readFileSync } from "node:fs";
import { recognizedToRecord } from "../src/pipeline.ts";
import { compareFigures } from "./support/compare-with-truth.ts";
for (const f of process.argv.slice(2)) {
const {recognized,source}=JSON.parse(readFileSync(`fixtures/${f}/recognized.json`,"utf8"));
const t=JSON.parse(readFileSync(`fixtures/${f}/expected.json`,"utf8"));
const r=recognizedToRecord(recognized,source);
console.log("=====",f);
for(const c of compareFigures(r,t)) if(c.wanted!==c.got) console.log(c.name,"| want",c.wanted,"got",c.got,c.trust);
for(const x of r.findings) console.log("F",x.ruleId,x.severity,x.cause,x.version,x.subject,x.message.zh);
for(const c of r.checks) if(c.outcome==="cannot-tell") console.log("?",c.ruleId,c.subject,c.missing);
console.log(r.problems.map(p=>p.code+" "+p.pageNumber+" "+p.message.zh));
}
