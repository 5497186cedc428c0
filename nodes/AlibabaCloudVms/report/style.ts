/** The page's style: by whatever light, on paper, and in a hand. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--card:#f6f7f9;--ink:#1b2430;--soft:#566173;--line:#dfe3e9;--go:#0b6bcb;--gobg:#e7f1fb;--bad:#b3261e;--badbg:#fceceb;--mind:#8a5200;--mindbg:#fdf3e0;--was:#8b96a7;--hours:#e3f3e6;--hol:#f3c9d8}
@media (prefers-color-scheme:dark){:root{--paper:#14181f;--card:#1c222b;--ink:#e6eaf0;--soft:#a4aebd;--line:#313a47;--go:#6cb2ff;--gobg:#17304d;--bad:#ff8a80;--badbg:#45201f;--mind:#ffc46b;--mindbg:#3d2e12;--was:#76829a;--hours:#1f3a29;--hol:#5a2c40}}
*{box-sizing:border-box}
body{margin:0 auto;padding:28px 24px;max-width:1180px;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{margin:0;font-size:24px;line-height:1.25}
header>p{margin:4px 0 0;color:var(--soft)}
dl{display:flex;flex-wrap:wrap;gap:10px;margin:20px 0}
dl div{display:flex;flex-direction:column-reverse;min-width:96px;padding:10px 16px;border-radius:8px;background:var(--card)}
dl .r{background:var(--badbg);color:var(--bad)}
dl .m{background:var(--mindbg);color:var(--mind)}
dl .c{background:var(--gobg);color:var(--go)}
dt{font-size:13px}
dd{margin:0;font-size:24px;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead th{padding:8px 12px;border-bottom:2px solid var(--line);color:var(--soft);font-size:13px;text-align:left}
thead th:nth-child(1){width:24%}
thead th:nth-child(3){width:41%}
tbody th,td{padding:14px 12px;border-bottom:1px solid var(--line);vertical-align:top;text-align:left;overflow-wrap:anywhere;unicode-bidi:isolate}
tbody th{font-weight:700}
tr{break-inside:avoid}
small{display:block;margin-top:2px;color:var(--soft);font-size:12.5px;font-weight:400}
i{color:var(--soft);font-weight:400}
td>b{display:inline-block;padding:1px 9px;border-radius:10px;font-size:12.5px;font-weight:600}
td>b.r{background:var(--badbg);color:var(--bad)}
td>b.c{background:var(--gobg);color:var(--go)}
td>b.q{background:var(--card);color:var(--soft)}
td p{margin:6px 0 0}
td p b{font-weight:600}
p.r{color:var(--bad)}
p.m{padding-left:10px;border-left:3px solid var(--mind);color:var(--mind)}
ul{margin:6px 0 0;padding:0;list-style:none}
li{padding:1px 0;color:var(--soft)}
li span{color:var(--ink);font-weight:600;unicode-bidi:isolate}
td:nth-child(3){font-size:12.5px;line-height:1.4}
td:nth-child(3) p{margin-top:3px}
td:nth-child(3) p b{color:var(--soft)}
.s{display:block;width:100%;max-width:460px;overflow:visible}
.w,.a,.b,.n{fill:none;stroke:var(--go)}
.w,.a{transform:translate(41px,4px) scale(28,3.6);stroke-width:.58}
.b{transform:translate(34.5px,4px) scale(28,3.6);stroke-width:.36;stroke:var(--was)}
.n{transform:translate(47.5px,4px) scale(28,3.6);stroke-width:.36}
.w{stroke:var(--hours);stroke-width:1}
.o{stroke:var(--bad)}
.h{fill:var(--hol);fill-opacity:.6}
.g{fill:none;stroke:var(--line);stroke-width:.7}
text{fill:var(--soft);font-size:8.5px;text-anchor:middle}
.e{text-anchor:end}
.y{text-anchor:start}
.k{font-style:italic}
.d{position:absolute;width:0;height:0}
.l{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 14px;padding:0;color:var(--soft);font-size:12.5px}
.l li{display:flex;align-items:center;gap:7px}
.l svg{width:12px;height:12px;flex:none}
.l rect{width:12px;height:12px;rx:2px;transform:none;stroke:none;fill:var(--go)}
.l .b{fill:var(--was)}.l .o{fill:var(--bad)}.l .w{fill:var(--hours)}.l .h{fill:var(--hol);fill-opacity:1}
footer{margin-top:20px;color:var(--soft);font-size:12.5px}
footer p{margin:3px 0}
@media (max-width:760px){body{padding:18px 14px}h1{font-size:21px}dl{gap:8px}dl div{min-width:0;padding:8px 12px}dd{font-size:20px}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}table,tbody,tr,tbody th,td{display:block;width:auto}tr{padding:14px 0;border-bottom:1px solid var(--line)}tbody th,td{padding:0;border:0}td{margin-top:8px}td:empty{display:none}text{font-size:9.5px}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#f2f3f5;--ink:#000;--soft:#444;--line:#c9ced6;--go:#0b5cad;--gobg:#e7f1fb;--bad:#a11b14;--badbg:#fceceb;--mind:#734400;--mindbg:#fdf3e0;--was:#8b96a7;--hours:#dcefe0;--hol:#f0bccf}@page{margin:12mm}body{padding:0;max-width:none;font-size:11px}thead{display:table-header-group}}
`;
