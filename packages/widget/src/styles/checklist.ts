import { css } from './css.ts';

/** Head, steps and their folds. */
export const checklist = css`
.head { display: flex; align-items: center; gap: 12px; padding: 20px 20px 14px }
:host([embedded]) .head { padding-top: 4px }
.list { padding: 0 12px 8px }
.step { margin-bottom: 2px; border-radius: var(--r-2) }
.step > :first-child { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 0 12px; width: 100%; padding: calc(9px * var(--d)) 8px; border-radius: inherit }
.step > button:hover { background: var(--paper-2) }
.step > * > svg { color: var(--ink-3) }
.step > * > .m { grid-column: 2 / -1 }
.step > * > .e { grid-column: 3; align-self: center }
.tag { flex: none; padding: 1px 8px; border-radius: var(--r-full); background: var(--paper-2); color: var(--ink-2); font-size: var(--t-xs); font-weight: 500; white-space: nowrap }
.done { color: var(--ink-2) }
.done svg { border-radius: 50% }
.done > * > svg:first-child { background: var(--accent-soft); color: var(--accent-ink); stroke-width: 2 }
.now { box-shadow: inset 0 0 0 1px var(--line) }
.now .t1 { font-weight: 600 }
.now > button:first-child:hover { background: none }
.step.now > * > svg { color: var(--accent-ink); stroke-width: 2 }
.dash svg { stroke-dasharray: 2.6 2.55 }
.fold { display: grid; grid-template-rows: 0fr; visibility: hidden; transition: var(--ease); transition-property: grid-template-rows, visibility }
[aria-expanded=true] + .fold { grid-template-rows: 1fr; visibility: visible }
.fold > div { overflow: hidden; padding-inline: 40px 12px }
.fold > div > * { margin: 0 4px 12px 0 }
.fold .bar { flex-wrap: wrap; gap: 4px }
.text { font-size: var(--t-s); color: var(--ink-2) }
.text > * + * { margin-top: 8px }
.text :is(ol, ul) { padding-inline-start: 20px }
.text ol { list-style: decimal }
.text ul { list-style: disc }
.intro { padding: 0 20px 8px }
.note { display: flex; gap: 8px; margin: 0 12px 12px; padding: 10px 12px; border-radius: var(--r-2); background: var(--paper-2); font-size: var(--t-s) }
@media (pointer: coarse), (max-width: 480px) { .step > button { padding-block: 12px } }
@media (forced-colors: active) { .now { border: 1px solid } }
`;
