/** The look of the pages. Colours meet WCAG AA against the surfaces that they stand on, in both schemes. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #f4f5f8; --surface: #fff; --sunken: #e9ebf1; --line: #d5d9e3; --ink: #172033; --soft: #525c73;
  --accent: #1d4fd7; --accent-ink: #fff; --danger: #b3161b; --danger-soft: #fdecec; --good: #1c6b3a; --good-soft: #e2f4e8;
  --busy: #1d4fd7; --busy-soft: #e4ecff; --new: #48536b; --new-soft: #e5e8ef; --warn: #8a4b00; --warn-soft: #fff2dc;
  --shadow: 0 1px 2px rgb(20 30 60 / .14), 0 0 1px rgb(20 30 60 / .2);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11141b; --surface: #1c212c; --sunken: #171b24; --line: #353d4d; --ink: #e8ebf2; --soft: #a9b2c5;
    --accent: #8fb2ff; --accent-ink: #0c1220; --danger: #ff9a97; --danger-soft: #40191b; --good: #8ddba6; --good-soft: #173824;
    --busy: #9cbbff; --busy-soft: #1c2d55; --new: #b6bfd2; --new-soft: #2b3342; --warn: #f5c06f; --warn-soft: #3b2a0e;
    --shadow: 0 1px 2px rgb(0 0 0 / .5);
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd { margin: 0; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 12px; background: var(--surface); padding: 8px 12px; z-index: 2; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); }
.top-row { max-width: 1320px; margin: 0 auto; padding: 12px 24px; display: flex; gap: 8px 24px; align-items: center; flex-wrap: wrap; }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; display: flex; gap: 10px; align-items: center; }
.brand svg { width: 24px; height: 24px; fill: var(--accent); }
.tabs { display: flex; gap: 4px; list-style: none; padding: 0; flex-wrap: wrap; }
.tabs a { display: block; padding: 6px 12px; border-radius: 6px; color: var(--soft); text-decoration: none; font-weight: 600; }
.tabs a:hover { background: var(--sunken); color: var(--ink); }
.tabs a[aria-current] { background: var(--busy-soft); color: var(--busy); }
.foot { max-width: 1320px; margin: 0 auto; padding: 0 24px 24px; color: var(--soft); font-size: 13px; }
.faults { margin-left: auto; background: var(--warn-soft); color: var(--warn); border-radius: 6px; padding: 4px 10px; font-weight: 600; font-size: 13px; }
main { max-width: 1320px; margin: 0 auto; padding: 24px; }
.title { display: flex; align-items: baseline; gap: 12px; margin-bottom: 16px; }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -.01em; }
.columns { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 16px; align-items: start; }
.column { background: var(--sunken); border-radius: 10px; padding: 12px; min-height: 160px; }
.column h2 { font-size: 13px; text-transform: uppercase; letter-spacing: .05em; color: var(--soft); padding: 2px 6px 10px; display: flex; gap: 8px; align-items: center; }
.count { background: var(--surface); border-radius: 20px; padding: 0 9px; color: var(--ink); letter-spacing: 0; }
.cards { list-style: none; padding: 0; display: grid; gap: 10px; }
.card { display: block; background: var(--surface); border-radius: 8px; padding: 12px 14px; box-shadow: var(--shadow); color: inherit; text-decoration: none; border-left: 4px solid var(--line); }
.card:hover { box-shadow: 0 0 0 2px var(--accent); }
.card.late { border-left-color: var(--danger); }
.card .summary { font-weight: 600; overflow-wrap: anywhere; }
.meta { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-top: 8px; font-size: 13px; color: var(--soft); }
.meta .key { font-weight: 600; }
.meta .who { margin-left: auto; }
.labels { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; padding: 0; list-style: none; }
.label { background: var(--new-soft); color: var(--new); border-radius: 4px; padding: 0 7px; font-size: 12px; overflow-wrap: anywhere; }
.due { display: inline-block; white-space: nowrap; border-radius: 4px; padding: 0 7px; background: var(--new-soft); color: var(--new); }
.due.late { background: var(--danger-soft); color: var(--danger); font-weight: 700; }
.priority { display: inline-flex; gap: 5px; align-items: center; }
.dot { width: 10px; height: 10px; border-radius: 3px; flex: none; }
.avatar { display: inline-grid; place-items: center; width: 26px; height: 26px; border-radius: 50%; background: var(--busy-soft); color: var(--busy); font-size: 11px; font-weight: 700; }
.empty { color: var(--soft); padding: 12px 6px; }
.lozenge { display: inline-block; border-radius: 4px; padding: 1px 8px; font-size: 12px; font-weight: 700; text-transform: uppercase; background: var(--new-soft); color: var(--new); }
.lozenge.indeterminate { background: var(--busy-soft); color: var(--busy); }
.lozenge.done { background: var(--good-soft); color: var(--good); }
.issue { display: grid; grid-template-columns: minmax(0, 1fr) 350px; gap: 24px; align-items: start; }
.crumbs { color: var(--soft); font-size: 14px; margin-bottom: 6px; }
.box { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; margin-top: 16px; }
.box > h2 { font-size: 15px; margin-bottom: 10px; }
.text { overflow-wrap: anywhere; }
.text > * + *, .text li + li { margin-top: 8px; }
.text h3, .text h4, .text h5, .text h6 { font-size: 15px; margin-top: 16px; }
.text ul, .text ol { padding-left: 22px; }
.text .tasks { list-style: none; padding-left: 4px; }
.text .tasks p, .text li p { display: inline; }
.text pre { background: var(--sunken); padding: 10px 12px; border-radius: 6px; overflow: auto; }
.text code { font: 13px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--sunken); border-radius: 4px; padding: 1px 4px; }
.text pre code { padding: 0; }
.text blockquote { margin: 0; padding-left: 12px; border-left: 3px solid var(--line); color: var(--soft); }
.text .table { overflow: auto; }
.text table { border-collapse: collapse; }
.text th, .text td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; }
.text th { background: var(--sunken); }
.panel { border-radius: 6px; padding: 10px 14px; background: var(--busy-soft); }
.panel-success { background: var(--good-soft); } .panel-warning, .panel-note { background: var(--warn-soft); } .panel-error { background: var(--danger-soft); }
.feed { list-style: none; padding: 0; display: grid; gap: 16px; }
.feed-head { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 4px; }
.feed time { color: var(--soft); font-size: 13px; }
.change { color: var(--soft); overflow-wrap: anywhere; } .change b { color: var(--ink); }
.change del { color: var(--soft); } .change ins { color: var(--ink); text-decoration: none; font-weight: 600; }
.facts { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 8px 12px; font-size: 14px; }
.facts dt { color: var(--soft); } .facts dd { overflow-wrap: anywhere; } .facts .labels { margin-top: 0; }
.links { padding-left: 18px; overflow-wrap: anywhere; }
.moves { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
button { font: inherit; font-weight: 600; border: 1px solid var(--line); background: var(--surface); color: var(--ink); border-radius: 6px; padding: 6px 14px; cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
form label { display: block; margin-top: 16px; font-weight: 600; margin-bottom: 6px; }
textarea { width: 100%; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--soft); border-radius: 6px; padding: 8px 10px; margin-bottom: 8px; }
@media (max-width: 860px) { .columns, .issue { grid-template-columns: minmax(0, 1fr); } main { padding: 16px; } }
`;
