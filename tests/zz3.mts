import { readFileSync } from "node:fs";
for (const f of process.argv.slice(2)) {
const {recognized}=JSON.parse(readFileSync(`fixtures/${f}/recognized.json`,"utf8"));
for(const p of recognized.pages) { console.log("==",f,p.pageNumber,p.widthPx,p.heightPx,p.turnedDeg,p.skewDeg,p.textSource);
for(const b of p.blocks) if(b.kind==="text") for(const l of b.lines) console.log(b.role,b.box.join(","),"|",l.box.join(","),l.text.slice(0,24)); else console.log("TABLE",b.box.join(","));}
}
