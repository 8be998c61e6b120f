import type { Plugin } from 'vite';

const POLICY = new URL('../src/runtime/trusted-types.ts', import.meta.url).pathname;

/** What is taken out of lit-html 3, and what stands there instead. */
const CUTS: readonly (readonly [why: string, from: RegExp | string, to: string])[] = [
  [
    'its Trusted Types policy becomes ours, which is made without throwing',
    /\w+\?\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
    'bansoPolicy',
  ],
  ['no name of its own on `window`', /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ['no hook for polyfills', 'B=t.litHtmlPolyfillSupport;B?.(S,k),', 'B='],
  ['no templates of SVG or MathML alone', 'l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
  ['', '+(2===i?"</svg>":3===i?"</math>":"")', ''],
  ['', ',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}for(;', ',1);for(;'],
  ['no directives', /function M\(t,i,s=t,e\)\{if\(i===E\).*?h,e\)\),i\}/, 'function M(t,i){return i}'],
  [
    'no values in the text of a script, style, title or textarea',
    /if\(y\.test\(r\.tagName\)\)\{const t=.*?r\.append\(t\[i\],c\(\)\)\}\}\}else/,
    '}else',
  ],
  [
    'no values in comments',
    /else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(o,t\+1\)\);\)d\.push\(\{type:7,index:l\}\),t\+=o\.length-1\}/,
    '',
  ],
  [
    'no values in place of attributes',
    'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));',
    '',
  ],
  ['', ':6===r.type&&(i=new Z(h,this,t))', ':0'],
  ['', ',F:Z}', '}'],
  ['no attributes that are there or not', '"?"===e[1]?L:', ''],
  ['', ',N:L,', ','],
  [
    'no templates that were compiled before',
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
];

/**
 * Lit as a guest in somebody's page: without what it would leave there, and without what our templates do not use. Its check
 * that a template was written in code stays. A release in which one of these lines is not found fails the build.
 */
export function litAsGuest(): Plugin {
  return {
    name: 'banso-lit-as-guest',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('lit-html/lit-html.js')) return undefined;
      let clean = code;
      for (const [why, from, to] of CUTS) {
        const is = typeof from === 'string' ? clean.includes(from) : from.test(clean);
        if (!is) this.error(`Lit has changed (${why}): ${String(from)} is not in ${id}`);
        clean = clean.replace(from, () => to);
      }
      return {
        code: `import { policy as bansoPolicy } from ${JSON.stringify(POLICY)};\n${clean}`,
        map: null,
      };
    },
  };
}
