import { test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { findAgreement } from "../../src/extract/find-agreement.ts";
import { findIndicators } from "../../src/extract/find-indicators.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import truth from "../../fixtures/supplement/expected.json";
import { scanOf, text, ruled, type DrawnCell, PITCH_PX } from "../support/normal-scan.ts";
test("supplement",()=>{
 const blocks:any[]=[]; let y=100;
 for (const p of truth.paragraphs.slice(0, 26)) { const b=text(p,y,{indent: p.length>30?2:0}); blocks.push(b); y=b.box[3]+12; }
 const {flow}=buildFlow(normalizeScan(scanOf(blocks)));
 const a=findAgreement(flow);
 console.log(JSON.stringify(a,(k,v)=>["evidence","trust","confidence","readings"].includes(k)?undefined:v,1));
 const edges=[100,190,290,450,720,900];
 const t=ruled(truth.tables[0].cells as DrawnCell[],edges,200);
 const f=buildFlow(normalizeScan(scanOf([text("附件：服务指标一览表",100),t]))).flow;
 const ind=findIndicators(f);
 let bad=0;
 truth.indicators.forEach((w:any,i:number)=>{const g:any=ind[i]; for(const k of ["category","item","requirement","detail","standard"]) if(g?.[k].value!==w[k]) {bad++; console.log(k,g?.[k].value,w[k]);} const gt=JSON.stringify(g?.targets.map(({raw,...r}:any)=>r)); if(gt!==JSON.stringify(w.targets)) {bad++;console.log(gt,JSON.stringify(w.targets));}});
 console.log("bad",bad,ind.length,(f[1] as any).title?.text);
});
