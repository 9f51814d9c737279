/** How pages look: on a wide window two columns that scroll by themselves, on a narrow one below each other, on paper in black. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #f4f2ee; --paper: #ffffff; --ink: #1d1b19; --quiet: #5c5852; --line: #d5d0c8;
  --seal: #9c1c1c; --mark: #ffe79a; --pinned: #ffc94d; --mark-ink: #1d1b19;
  --error: #a4161a; --warning: #7a4a00; --info: #24527a;
  --error-ground: #fdeceb; --warning-ground: #fdf3dc; --info-ground: #e9f1f8; --person-ground: #e6f3e6;
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
  --sans: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #17181a; --paper: #202225; --ink: #e8e6e1; --quiet: #aaa69e; --line: #3c3f44;
    --seal: #f08c84; --mark: #57480f; --pinned: #7d6410; --mark-ink: #ffffff;
    --error: #ff9d95; --warning: #f3c469; --info: #9cc8ee;
    --error-ground: #3c2120; --warning-ground: #372c14; --info-ground: #1c2c3a; --person-ground: #1f3323;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.65 var(--sans); overflow-wrap: anywhere; }
a { color: var(--info); }
h1, h2, h3, p, ul, dl, dd { margin: 0; }
small { color: var(--quiet); font-size: .85em; }
:focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }

header { padding: .8rem 1.2rem; background: var(--paper); border-bottom: 3px solid var(--seal); }
h1 { font: 600 1.35rem/1.4 var(--serif); color: var(--seal); }
h2 { font-size: 1.05rem; margin: 1.2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
.marks { font-weight: 700; color: var(--seal); }
.about { color: var(--quiet); }
.counts { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .4rem 0; }
.counts div { display: flex; gap: .4rem; align-items: baseline; }
.counts dt { color: var(--quiet); }
.counts dd { font-weight: 700; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; }
.files dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: .2rem 1rem; padding: .4rem 0; max-height: 14rem; overflow: auto; }
.files dt { color: var(--quiet); }
#filters { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-top: .5rem; }
select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 4px; padding: .2rem .5rem; max-width: 100%; }
button { cursor: pointer; }
#status { color: var(--quiet); font-size: .9rem; }
#status:empty { display: none; }

main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
main > section { padding: 0 1.2rem 2rem; min-width: 0; }
main > section > h2:first-child { margin-top: .8rem; }
.tool { color: var(--quiet); font-size: .85rem; margin: .3rem 0; }
.tool.scripted { display: none; }
.with-script .tool.scripted { display: block; }

#source { background: var(--paper); border-right: 1px solid var(--line); }
#text { font-family: var(--serif); line-height: 1.85; }
#text > * { content-visibility: auto; contain-intrinsic-size: auto 4rem; margin: .45rem 0; }
#text > p, #text td, #text th, #text .heading { white-space: pre-wrap; }
#text .heading { font: 600 1.05rem/1.7 var(--sans); }
#text .level0 { font-size: 1.3rem; text-align: center; }
#text .level2, #text .level3, #text .level4 { font-size: 1rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 24rem; font-size: .92rem; line-height: 1.55; }
th, td { border: 1px solid var(--line); padding: .3rem .45rem; vertical-align: top; text-align: left; min-width: 2.4rem; }
th { background: var(--ground); font-family: var(--sans); }
#text [data-v] { cursor: pointer; }
#text .who { border-bottom: 2px solid var(--seal); }
#text .when { border-bottom: 2px dashed var(--info); }
#text .told { text-decoration: underline wavy var(--warning) 1px; text-underline-offset: .3em; }
#text .dropped, #text .gap .note { color: var(--quiet); }
#text .dropped { font-style: italic; white-space: pre-wrap; }
.computed { border: 1px dotted var(--quiet); border-radius: 3px; }
.markup { display: none; color: var(--quiet); font-family: monospace; }
#source:has(#show-markup:checked) .markup { display: revert; }
.badge { display: inline-block; min-width: 1.7em; padding: 0 .35em; margin-right: .25em; border: 1px solid currentColor; border-radius: 1em; color: var(--seal); font: 600 .75rem/1.5 var(--sans); text-align: center; text-decoration: none; font-variant-numeric: tabular-nums; }
.badge:hover { background: var(--mark); color: var(--mark-ink); }

.card { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--seal); border-radius: 4px; padding: .5rem .8rem; margin: .5rem 0; content-visibility: auto; contain-intrinsic-size: auto 10rem; }
.card.part, .card.duty { border-left-color: var(--line); }
.depth1 { margin-left: 1rem; } .depth2 { margin-left: 2rem; } .depth3 { margin-left: 3rem; }
.card h3 { font-size: 1rem; line-height: 1.5; }
.duty h3 { font-weight: 400; }
.content { font-size: .9rem; color: var(--quiet); white-space: pre-line; }
.responsible { list-style: none; padding: 0; margin: .2rem 0; }
.role { display: inline-block; padding: 0 .4em; border: 1px solid var(--line); border-radius: 3px; font-size: .85rem; }
.role.lead { background: var(--seal); border-color: var(--seal); color: var(--paper); }
.unassigned { font-weight: 600; color: var(--warning); }
.unassigned::before { content: "— "; }
.plain { color: var(--quiet); font-size: .9rem; }
.card dl, .facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; font-size: .92rem; }
dt { color: var(--quiet); }
.facts dd, .card dd { grid-column: 2; }
.correction { background: var(--person-ground); padding: .2rem .5rem; border-radius: 4px; font-size: .9rem; }
.correct { font-size: .88rem; margin-top: .3rem; }
.correct summary { color: var(--info); width: max-content; }
pre { white-space: pre-wrap; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: .5rem; margin: .3rem 0; font-size: .82rem; max-height: 20rem; overflow: auto; }
.message { font: .9rem/1.5 var(--sans); padding: .3rem .6rem; margin: .3rem 0; border-left: 4px solid; border-radius: 4px; white-space: normal; }
.message p, .message ul { color: var(--ink); }
.message strong, .message span { color: inherit; }
.message a { color: var(--ink); }
.message ul { padding-left: 1.2rem; }
.message.error, .message.error p > span, .message.error strong { color: var(--error); background: var(--error-ground); }
.message.warning, .message.warning p > span, .message.warning strong { color: var(--warning); background: var(--warning-ground); }
.message.info, .message.info p > span, .message.info strong { color: var(--info); background: var(--info-ground); }
.on { background: var(--mark) !important; color: var(--mark-ink) !important; border-radius: 2px; }
.on small, .on .role { color: inherit; }
.pinned { background: var(--pinned) !important; }
.card.around { box-shadow: 0 0 0 2px var(--seal); }

.index main { display: block; max-width: 64rem; margin: 0 auto; padding: 0 1.2rem 2rem; }
.index article { content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.index .card p { margin: .2rem 0; }

@media (min-width: 60rem) {
  html, .review { height: 100%; }
  .review { display: flex; flex-direction: column; }
  .review main { flex: 1; min-height: 0; }
  .review main > section { overflow-y: auto; }
  .review header { max-height: 45vh; overflow-y: auto; }
}
@media (max-width: 59.99rem) {
  .review main { grid-template-columns: minmax(0, 1fr); }
  #source { border-right: 0; border-bottom: 3px solid var(--seal); }
  .depth1, .depth2, .depth3 { margin-left: .5rem; }
  header, main > section { padding-left: .8rem; padding-right: .8rem; }
}
@media print {
  @page { margin: 18mm 15mm; }
  :root { --ground: #fff; --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --seal: #000; --info: #000; --warning: #000; --error: #000;
    --error-ground: #fff; --warning-ground: #fff; --info-ground: #fff; --person-ground: #fff; }
  html, .review, .review main { display: block; height: auto; }
  .review main > section, header { overflow: visible; max-height: none; padding: 0; }
  #filters, #status, .tool, .skip, .correct, .files { display: none !important; }
  #source { border: 0; } #read { break-before: page; }
  #text > *, .card { content-visibility: visible; }
  .card, tr, .message { break-inside: avoid; }
  .on, .pinned { background: none !important; color: inherit !important; }
  body { font-size: 10.5pt; line-height: 1.5; }
}
`
