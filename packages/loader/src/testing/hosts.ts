import type { HostPage } from './host.ts';

/** A kind of page that a guest may be put into. */
export interface Host extends HostPage {
  name: string;
  viewport?: { width: number; height: number };
}

const PAGE = `
  <header id="top"><h1>Kumo Notes</h1><nav><a href="#a">Inbox</a> <a href="#b">Projects</a></nav></header>
  <main id="work"><form id="form"><label>Title <input id="title" value="private draft"></label><button type="button" id="save">Save</button></form>
  <ul id="list"><li>One</li><li>Two</li></ul><table id="table"><tr><td>1</td><td>2</td></tr></table></main>`;

/** What Prototype and its contemporaries put where everybody can see it, and how it differs from what is there today. */
const PROTOTYPE = `
  Array.from = function (iterable) { return iterable ? Array.prototype.slice.call(iterable) : [] };
  Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() };
  Array.prototype.first = function () { return this[0] };
  Array.prototype.last = function () { return this[this.length - 1] };
  Array.prototype.each = function (act) { this.forEach(act); return this };
  Array.prototype.include = function (one) { return this.indexOf(one) >= 0 };
  String.prototype.strip = function () { return this.replace(/^\\s+|\\s+$/g, '') };
  String.prototype.startsWith = function (start) { return this.lastIndexOf(start, 0) === 0 };
  Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to };
  Object.keys = function (of) { var found = []; for (var name in of) if (Object.prototype.hasOwnProperty.call(of, name)) found.push(name); return found };
  Function.prototype.bind = function (self) { var call = this, early = Array.prototype.slice.call(arguments, 1); return function () { return call.apply(self, early.concat(Array.prototype.slice.call(arguments))) } };
  Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); return this };
  Element.prototype.show = function () { this.style.display = ''; return this };
  Element.prototype.hide = function () { this.style.display = 'none'; return this };
  Element.prototype.update = function (text) { this.textContent = text; return this };
  window.$ = function (id) { return document.getElementById(id) };`;

/** What monitoring scripts and zone-like libraries wrap. */
const WRAPPED = `
  (function () {
    var ask = window.fetch, later = window.setTimeout, push = history.pushState, add = EventTarget.prototype.addEventListener;
    window.fetch = function () { return ask.apply(window, arguments).then(function (answer) { return answer }) };
    window.setTimeout = function (run, ms) { return later(function () { run() }, ms) };
    history.pushState = function () { return push.apply(history, arguments) };
    EventTarget.prototype.addEventListener = function (type, run, options) { return add.call(this || window, type, run, options) };
    var Native = Promise;
    window.Promise = class ZonePromise extends Native {};
    document.write = function () {};
    Object.assign(window, { litHtmlVersions: ['2.8.0'], reactiveElementVersions: ['1.6.3'], litElementVersions: ['3.3.3'] });
  })();`;

/** The reset of a utility framework, and sizes by rem that are not 16. */
const RESET = `<style>
  html { font-size: 62.5%; line-height: 1.15 }
  *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
  button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; background: transparent; border-radius: 0 }
  svg, img { display: block; vertical-align: middle; max-width: 100% }
  ol, ul { list-style: none } a { color: inherit; text-decoration: inherit }
  [hidden]:where(:not([hidden='until-found'])) { display: none !important }
</style>`;

const HOSTILE = `<style>
  * { all: unset !important; color: hotpink !important; font: 40px serif !important; position: static !important; letter-spacing: 9px !important }
</style>`;

/** Every kind of page; what is not said is as on the plain one. */
export const HOSTS: readonly Host[] = [
  { name: 'a plain page' },
  { name: 'a reset and rem at 62.5 %', head: RESET },
  { name: 'hostile style sheets', head: HOSTILE },
  { name: 'an element base', head: '<base href="https://elsewhere.invalid/deep/">' },
  { name: 'right to left', root: 'lang="ar" dir="rtl"' },
  { name: 'built-ins as Prototype changes them', head: `<script>${PROTOTYPE}</script>` },
  { name: 'wrapped built-ins, and another Lit', head: `<script>${WRAPPED}</script>` },
  {
    name: 'cross-origin isolation',
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-write=(), fullscreen=()',
    },
  },
  { name: '320 pixels', viewport: { width: 320, height: 640 } },
  { name: 'text at 200 %', head: '<style>html { font-size: 200%; --banso-text: 2 }</style>' },
].map((host) => ({ body: PAGE, ...host }));
