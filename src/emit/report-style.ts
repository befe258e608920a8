/** The report's look: nothing is fetched; light and dark; fit for print. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#f5f6f8;--card:#fff;--ink:#1d2433;--soft:#5d6675;--line:#dfe3ea;--head:#f0f3f8;
--accent:#1f4f8f;--error:#b42318;--error-wash:#fdeceb;--warn:#9a5b00;--warn-wash:#fff4e0;--good:#1b7a43;--good-wash:#e7f5ec;--info:#2b5ea8;--info-wash:#e9f0fb;
--mono:"JetBrains Mono","SFMono-Regular",Consolas,"Noto Sans Mono CJK SC",monospace}
@media(prefers-color-scheme:dark){:root{--paper:#14171d;--card:#1d2129;--ink:#e6e9ef;--soft:#9aa4b5;--line:#333a46;--head:#252b35;
--accent:#86b1f2;--error:#ff8f85;--error-wash:#3a1f1f;--warn:#f3b65a;--warn-wash:#38290f;--good:#74d29b;--good-wash:#17301f;--info:#8fb6f5;--info-wash:#1c2a41}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:64px}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif}
.switch{position:absolute;opacity:0;pointer-events:none}
#say-zh:checked~* .en,#say-en:checked~* .zh{display:none}
.store{position:absolute}
.bar{position:sticky;top:0;z-index:2;display:flex;align-items:center;gap:18px;padding:0 max(20px,calc(50vw - 580px));height:48px;background:var(--card);border-bottom:1px solid var(--line);overflow-x:auto;white-space:nowrap}
.bar b{font-size:16px;letter-spacing:.04em;color:var(--accent)}
.bar nav{display:flex;gap:16px;flex:1}
.bar a{color:var(--soft);text-decoration:none}.bar a:hover{color:var(--accent)}
.languages{display:flex;border:1px solid var(--line);border-radius:6px;overflow:hidden}
.languages label{padding:2px 10px;font-size:13px;cursor:pointer;color:var(--soft)}
#say-zh:checked~.bar label[for=say-zh],#say-en:checked~.bar label[for=say-en]{background:var(--accent);color:var(--card)}
#say-zh:focus-visible~.bar label[for=say-zh],#say-en:focus-visible~.bar label[for=say-en]{outline:2px solid var(--accent);outline-offset:2px}
main,footer{max-width:1160px;margin:0 auto;padding:0 20px}
section{margin:36px 0}
h1{font-size:26px;line-height:1.35;margin:10px 0 4px}
h2{font-size:19px;margin:0 0 14px;display:flex;align-items:baseline;gap:8px}
h3{font-size:15px;margin:0}
small{font-size:12.5px;color:var(--soft);font-weight:400}
.count{background:var(--head);border-radius:10px;padding:1px 9px}
.hero{margin-top:24px;padding:24px 28px;background:var(--card);border:1px solid var(--line);border-radius:12px;border-top:5px solid var(--good)}
.hero.flagged{border-top-color:var(--warn)}.hero.grave{border-top-color:var(--error)}.hero.incomplete{border-top-color:var(--info)}
.status{display:inline-flex;gap:8px;align-items:center;font-weight:600;padding:3px 14px;border-radius:20px;background:var(--good-wash);color:var(--good)}
.flagged .status{background:var(--warn-wash);color:var(--warn)}.grave .status{background:var(--error-wash);color:var(--error)}.incomplete .status{background:var(--info-wash);color:var(--info)}
.hero .file{color:var(--soft);margin:0 0 16px;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px 28px;margin:0}
.facts dt{font-size:12.5px;color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:20px;padding-top:18px;border-top:1px solid var(--line)}
.tiles div{display:flex;flex-direction:column}
.tiles b{font-size:22px;line-height:1.35;font-variant-numeric:tabular-nums}
.card{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--info);border-radius:10px;padding:16px 20px;margin:0 0 14px;break-inside:avoid}
.card.error{border-left-color:var(--error)}.card.warning,.card.problem,.card.doubt{border-left-color:var(--warn)}
.card .card{margin-top:12px;background:var(--paper)}
.card header{display:flex;flex-wrap:wrap;gap:6px 10px;align-items:center}
.chip{display:inline-block;font-size:12.5px;line-height:1.5;padding:1px 10px;border-radius:12px;background:var(--info-wash);color:var(--info);white-space:nowrap}
.chip.error{background:var(--error-wash);color:var(--error)}.chip.warning,.chip.flag{background:var(--warn-wash);color:var(--warn)}.chip.plain{background:var(--head);color:var(--soft)}
.chip.clean{background:var(--good-wash);color:var(--good)}
.subject{font-weight:600}
.page-link{margin-left:auto;font-size:13px;color:var(--accent);text-decoration:none}.page-link+.page-link{margin-left:0}
.message{font-size:16px;margin:10px 0 12px}
.compare{display:flex;flex-wrap:wrap;gap:10px 32px;padding:10px 16px;background:var(--head);border-radius:8px;font-variant-numeric:tabular-nums}
.compare>div{display:flex;flex-direction:column}.compare b{font-size:16px}.compare .formula{flex:1 1 260px}
code{font-family:var(--mono);font-size:13.5px;overflow-wrap:anywhere}
.crops{display:flex;flex-direction:column;gap:10px;margin:12px 0 0}
figure{margin:0}figcaption{font-size:12.5px;color:var(--soft)}
.crops svg{display:block;width:100%;max-height:340px;background:#fff;border:1px solid var(--line);border-radius:6px}
rect.mark{fill:#ffb02033;stroke:#d9480f;stroke-width:2;vector-effect:non-scaling-stroke}
.cause{margin:12px 0 0;color:var(--soft);font-size:14px}.cause b{color:var(--ink)}
.suggestion{margin:8px 0 0;padding:8px 14px;border-radius:8px;background:var(--info-wash)}
.suggestion ins{text-decoration:none;font-weight:700;color:var(--good)}.suggestion del{color:var(--error)}
.none{background:var(--good-wash);color:var(--good);border-radius:10px;padding:14px 20px;margin:0}
.none.unsure{background:var(--info-wash);color:var(--info)}
.followers{margin-top:12px}
summary{cursor:pointer;padding:6px 0}summary:hover{color:var(--accent)}
.scroll{overflow-x:auto;border-radius:10px;border:1px solid var(--line);background:var(--card)}
.scroll+h3,.scroll+.scroll{margin-top:16px}
table.grid{border-collapse:collapse;width:100%;font-size:14px}
.grid th,.grid td{border:1px solid var(--line);padding:7px 12px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.scroll>.grid{border-style:hidden}
.grid thead th{background:var(--head);font-weight:600;white-space:nowrap;vertical-align:middle}
.grid caption{text-align:left;font-weight:600;padding:10px 12px}
.grid .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.grid thead th small{display:block}
.figures tbody th{font-weight:500}.figures .part th{padding-left:34px;color:var(--soft);font-weight:400;position:relative}
.figures .part th::before{content:"└";position:absolute;left:14px;color:var(--line)}
.figures tfoot th,.figures tfoot td{background:var(--head);font-weight:700}
.figures .capitals th,.figures .capitals td{font-weight:400;white-space:normal}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:16px}.columns .scroll+.scroll{margin:0}
@media(max-width:520px){.columns{grid-template-columns:1fr}}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
.quiet{color:var(--soft)}.less{color:var(--good)}.more{color:var(--error)}
.mark-of{font-style:normal;font-size:11.5px;display:inline-block;width:1.3em;text-align:center;vertical-align:1px}
.proven .mark-of{color:var(--good)}.agreed .mark-of{color:var(--soft);font-weight:700}.corrected .mark-of{color:var(--info)}
.figure{cursor:help}.figure.doubtful{background:var(--warn-wash);border-radius:4px;padding:1px 0 1px 5px}.doubtful .mark-of{color:var(--warn);font-weight:700}
.doubtful-text{background:var(--warn-wash);box-shadow:0 1px var(--warn)}
.legend{display:flex;flex-wrap:wrap;gap:2px 22px;font-size:13px;color:var(--soft);margin:10px 0 0}.legend b{color:var(--ink);font-weight:500}
.doubts{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:12px}.doubt p{margin:0}.doubt b{font-size:17px}.doubt ul{margin:8px 0 0;padding-left:18px}
.targets{display:flex;flex-wrap:wrap;gap:4px;margin-top:4px}.chip.target{background:var(--good-wash);color:var(--good)}
.shared{background:color-mix(in srgb,var(--head) 45%,transparent)}
.joins{font-size:13px;color:var(--soft);display:flex;flex-wrap:wrap;gap:4px 18px}
#checks .ok,.pass b{color:var(--good)}#checks .bad,.fail b{color:var(--error)}#checks .unsure,.cannot-tell b{color:var(--warn)}#checks summary span{margin-right:14px;font-weight:600}
details.page,#tables>details{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:6px 16px;margin-bottom:10px}
#tables details .scroll{margin:6px 0 12px}
.page-body{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:18px;padding:8px 0 12px}
.page-body pre:only-child{grid-column:1/-1}
@media(max-width:800px){.page-body{grid-template-columns:1fr}}
.whole{width:100%;background:#fff;border:1px solid var(--line)}
pre{margin:0;white-space:pre-wrap;font:13px/1.7 inherit;font-family:inherit;overflow-wrap:anywhere;color:var(--soft)}
footer{padding:20px;color:var(--soft);font-size:12.5px;border-top:1px solid var(--line);overflow-wrap:anywhere}
.list td:first-child{font-weight:500}.list a{color:var(--accent)}
@page{margin:14mm}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000}.bar{display:none}body{font-size:11pt}.hero,.card{box-shadow:none}
details:not(.page)::details-content{content-visibility:visible;block-size:auto}#pages{display:none}.scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}}
`;
