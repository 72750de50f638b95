import { Html } from './html.ts';

/** Colours have a contrast of at least 4.5 to 1 as text and 3 to 1 as a bar, on both grounds. */
export const REPORT_STYLE = new Html(`
:root { color-scheme: light dark; --ground: #fff; --raised: #f6f7f9; --line: #d5dae1; --text: #17202b; --quiet: #4f5b6b; --link: #0b57b8;
  --good: #17703f; --bad: #b3261e; --warn: #8a5a00; --progress: #1f6f9f; --neutral: #5b6675; --withdrawn: #7a4fa3; --attested: #0b6b74; --untested: #3949a0; --unproven: #a5400a; --doubt: #97307a;
  --critical: #9b1c1c; --high: #b9500c; --medium: #86680a; --low: #5b6675; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --raised: #1b212a; --line: #39434f; --text: #e8ecf1; --quiet: #a9b4c2; --link: #86b8ff;
    --good: #5fcf8f; --bad: #ff8a80; --warn: #f0b849; --progress: #6cc0ee; --neutral: #a3afbd; --withdrawn: #c8a3ee; --attested: #5cc9d3; --untested: #9aa6f2; --unproven: #ffa067; --doubt: #f09ad4;
    --critical: #ff8a80; --high: #ffa869; --medium: #e6c34f; --low: #a3afbd; } }
.good { --tone: var(--good); } .bad { --tone: var(--bad); } .warn { --tone: var(--warn); } .progress { --tone: var(--progress); }
.neutral { --tone: var(--neutral); } .withdrawn { --tone: var(--withdrawn); } .attested { --tone: var(--attested); } .untested { --tone: var(--untested); } .unproven { --tone: var(--unproven); } .doubt { --tone: var(--doubt); } .critical { --tone: var(--critical); }
.high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 70rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.4vw, 2rem); max-width: 52rem; line-height: 1.2; margin: .25rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.75rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .35rem; }
h4 { font-size: .9rem; margin: .75rem 0 .35rem; }
.about, .note, footer, caption, figcaption { color: var(--quiet); }
.about { margin: 0; }
.note { max-width: 46rem; margin: .25rem 0 1rem; }
nav ul, .legend, .facts, .story, .rows, .evidence ul { list-style: none; margin: 0; padding: 0; }
nav ul, .legend, .facts, .story { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav { font-size: .9rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0 1.5rem; }
.figures div { display: flex; flex-direction: column; background: var(--raised); border-left: 4px solid var(--tone); border-radius: 4px; padding: .6rem .8rem; }
.figures dt { flex: 1; font-size: .85rem; } .figures dd { margin: 0; font-size: .85rem; color: var(--quiet); }
.figures .value { font-size: 1.6rem; line-height: 1.25; font-weight: 650; color: var(--tone); overflow-wrap: normal; }
.bars { margin: 1rem 0 1.5rem; } figcaption { font-weight: 600; margin-bottom: .25rem; font-size: .9rem; }
.groups { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2.5rem; } figure { margin: 0; min-width: 0; }
figure:first-child { grid-column: 1 / -1; }
.legend { font-size: .9rem; margin-bottom: .75rem; }
.swatch { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; background: var(--tone); border-radius: 2px; }
.swatch.bad { background: repeating-linear-gradient(90deg, var(--ground) 0 1.5px, var(--bad) 1.5px 5px); }
.rows li { display: grid; grid-template-columns: 8rem 1fr 1.5rem; gap: .75rem; align-items: center; padding: .15rem 0; font-size: .9rem; }
.rows svg { width: 100%; height: 1.1rem; display: block; } rect { fill: var(--tone); }
#stripes rect { fill: var(--bad); } #stripes path { stroke: var(--ground); stroke-width: 3; } .rows rect.bad { fill: url(#stripes); }
.total { font-variant-numeric: tabular-nums; text-align: right; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0 1.5rem; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { overflow-wrap: break-word; text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .8rem; color: var(--quiet); white-space: nowrap; }
tbody th { font-weight: 600; min-width: 14rem; overflow-wrap: anywhere; } .group th { padding-top: 1.25rem; font-size: 1rem; } time { white-space: nowrap; }
.short { white-space: nowrap; } .long { overflow-wrap: anywhere; }
.mark { display: inline-block; border: 1px solid var(--tone); color: var(--tone); border-radius: 999px; padding: 0 .5rem;
  font-size: .8rem; font-weight: 600; line-height: 1.45; white-space: nowrap; }
.finding { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1rem; margin: 0 0 .9rem; }
.facts, .story { font-size: .9rem; color: var(--quiet); } .story { margin-top: .4rem; }
.story li + li::before { content: "\\2192"; margin-right: 1rem; }
.said { margin: .5rem 0 0; max-width: 52rem; }
details { margin-top: .6rem; } summary { cursor: pointer; color: var(--link); font-weight: 600; width: fit-content; }
.evidence li { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .75rem; margin-bottom: .6rem; }
.evidence p { margin: .15rem 0 0; } .check { font-weight: 600; } .seen { font-size: .9rem; color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.more { font-weight: 600; }
.prose p { max-width: 46rem; margin: 0 0 .75rem; }
.terms { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .3rem 1.25rem; margin: .5rem 0 1rem; max-width: 56rem; }
.terms dt { color: var(--quiet); } .terms dd { margin: 0; } .card .terms { font-size: .9rem; margin: .4rem 0 0; }
.group-title { margin: 1.25rem 0 .5rem; }
.card { background: var(--raised); border: 1px solid var(--line); border-left: 4px solid var(--tone, var(--line)); border-radius: 6px;
  padding: .7rem 1rem; margin: 0 0 .75rem; } .card p { margin: .3rem 0; max-width: 52rem; } .card h4 { font-size: 1rem; line-height: 1.4; margin: 0; }
.card .mark { margin-right: .4rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .85rem; }
@media screen and (max-width: 54rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .figures { grid-template-columns: 1fr 1fr; }
  .groups { grid-template-columns: 1fr; } .terms { grid-template-columns: 1fr; gap: 0; } .terms dd { margin-bottom: .4rem; }
  .story { flex-direction: column; } .story li + li::before { margin-right: .4rem; }
  table, caption, tbody, tr, th, td { display: block; } thead { display: none; } .short { white-space: normal; }
  .group { background: none; border: 0; padding: 0; margin: 1rem 0 .5rem; } .group th { padding: 0; }
  tr:not(.group) { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; margin-bottom: .75rem; }
  th, td { border: 0; padding: .1rem 0; min-width: 0; } tbody th { padding-bottom: .35rem; }
  td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --raised: #fff; --line: #b8bfc9; --text: #000; --quiet: #333; --link: #000;
    --good: #17703f; --bad: #b3261e; --warn: #8a5a00; --progress: #1f6f9f; --neutral: #5b6675; --withdrawn: #7a4fa3; --attested: #0b6b74; --untested: #3949a0; --unproven: #a5400a; --doubt: #97307a;
    --critical: #9b1c1c; --high: #b9500c; --medium: #86680a; --low: #5b6675; }
  @page { margin: 14mm; } html { font-size: 12px; }
  body { padding: 0; max-width: none; } nav { display: none; }
  h2, h3, h4, caption { break-after: avoid; } .finding, .card, tr, .figures div, figure { break-inside: avoid; } .group-title { break-after: avoid; } h2 { margin-top: 1.75rem; }
  rect, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .seen a::after { content: " (" attr(href) ")"; }
}
`);
