import { css } from './css.ts';

/** The launcher as a tab at the edge of the window, and under the finger that drags it. */
export const tucked = css`
.launch { touch-action: none }
:host([tucked]) .launch { width: 24px; height: 56px; justify-content: center; overflow: clip; border-radius: var(--r-2) 0 0 var(--r-2) }
:host([tucked][side=left]) .launch, :host([tucked]:dir(rtl):not([side=right])) .launch { border-radius: 0 var(--r-2) var(--r-2) 0 }
:host([tucked]) .launch > :not(.vh) { display: none }
:host([tucked]) .launch::before { content: ''; width: 7px; height: 7px; border: solid; border-width: 0 0 1.6px 1.6px; rotate: 45deg; margin-inline-start: 3px }
:host([tucked][side=left]) .launch::before, :host([tucked]:dir(rtl):not([side=right])) .launch::before { rotate: -135deg }
`;
