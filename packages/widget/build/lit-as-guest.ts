import type { Plugin } from 'vite';

const POLICY = new URL('../src/runtime/trusted-types.ts', import.meta.url).pathname;

/** What is taken out of lit-html 3, and what stands there instead. A regular expression reaches to the end of what it begins. */
const CUTS: readonly (readonly [why: string, from: RegExp | string, to: string])[] = [
  [
    'its Trusted Types policy becomes ours, which is made without throwing',
    /,s=t\.trustedTypes,e=s\?s\.createPolicy\("lit-html",\{createHTML:t=>t\}\):void 0/,
    ',e=bansoPolicy',
  ],
  ['no name of its own on `window`', /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ['no hook for polyfills', 'B=t.litHtmlPolyfillSupport;B?.(S,k),', 'B='],
  ['no door for its renderer of servers', /j=\{M:h,.*?\},B=0;const /, ''],
  ['', '{j as _$LH,', '{'],

  [
    'templates come as their markup (ready-markup.ts), not in pieces',
    /,h="\$lit\$",.*?,l=document/,
    ',l=document',
  ],
  [
    '',
    /f="\[ .*?,x=t=>\(i,\.\.\.s\)=>\(\{_\$litType\$:t,strings:i,values:s\}\),b=x\(1\),w=x\(2\),T=x\(3\)/,
    'b=i=>(...s)=>({_$litType$:1,strings:i,values:s})',
  ],
  ['', /const N=\(t,i\)=>.*?\};class S/, 'class S'],
  [
    '',
    /constructor\(\{strings:t,_\$litType\$:i\},e\)\{let r;.*?l\+\+\}\}static/,
    'constructor({strings:t}){let r,l=0;const d=this.parts=[];for(this.el=S.createElement(V(t,t[0])),P.currentNode=this.el.content;null!==(r=P.nextNode());l++)' +
      'if(1===r.nodeType)for(const t of r.getAttributeNames()){const s=r.getAttribute(t).split("$");if(s.length>1){const e=/([.@])?(.*)/.exec(t);' +
      'd.push({index:l,name:e[2],strings:s,ctor:"."===e[1]?I:"@"===e[1]?z:H}),r.removeAttribute(t)}}' +
      'else r.data||d.push({index:l})}static',
  ],
  [
    '',
    'let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),this._$AV.push(i)',
    'this._$AV.push(r.ctor?new r.ctor(h,r.name,r.strings):new k(h,h.nextSibling))',
  ],
  [
    '',
    'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
    's.strings?(s._$AI(t,i),i+=s.strings.length-1):s._$AI(t[i++])',
  ],

  ['no directives', /function M\(t,i,s=t,e\)\{if\(i===E\).*?h,e\)\),i\}/, ''],
  ['', '_$AI(t,i=this){t=M(this,t,i),a(t)?', '_$AI(t){a(t)?'],
  ['', 't=M(this,t,i,0),o=', 'o='],
  ['', 'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['', /class Z\{.*?\{M\(this,t\)\}\}const /, 'const '],
  ['', 'if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH', 't??=A;const s=this._$AH'],
  ['no value that means "as before"', 'E=Symbol.for("lit-noChange"),', ''],
  ['', 't!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['', 't!==this._$AH&&t!==E,o&&', 't!==this._$AH,o&&'],
  ['', 'E as noChange,', ''],
  ['no templates of SVG or MathML alone', 'T as mathml,', ''],
  ['', ',w as svg', ''],
  ['no attributes that are there or not', /class L extends H\{.*?\}\}class z/, 'class z'],
  [
    'no templates that were compiled before, in the way of Lit',
    'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'const{values:i}=t,e=this._$AC(t)',
  ],
  ['no values that are nodes, or lists other than arrays', 'void 0!==t.nodeType?this.T(t):d(t)?', 'u(t)?'],
  ['', /d=t=>u\(t\)\|\|"function"==typeof t\?\.\[Symbol\.iterator\],/, ''],

  [
    'no parts that know whether they are in the page, nor their parents',
    /constructor\(t,i\)\{this\._\$AV=\[\].*?\}u\(t\)\{/,
    'constructor(t){this._$AV=[],this._$AD=t}u(){',
  ],
  ['', '(t?.creationScope??l).importNode', 'l.importNode'],
  [
    '',
    /get _\$AU\(\)\{return this\._\$AM\?.*?\}get endNode\(\)\{return this\._\$AB\}/,
    'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}',
  ],
  ['', 'new R(e,this),s=t.u(this.options)', 'new R(e),s=t.u()'],
  ['', ',this,this.options)):s=i[e]', ')):s=i[e]'],
  ['', /\{for\(this\._\$AP\?.*?;t!==this/, '{for(;t!==this'],
  ['', '=this._$AA.nextSibling,s){for', '=this._$AA.nextSibling){for'],
  ['', 'this._$AR(s&&s._$AB.nextSibling,e)', 'this._$AR(s&&s._$AB.nextSibling)'],
  ['', /setConnected\(t\)\{.*?\}\}class H/, '}class H'],
  [
    '',
    /class H\{get tagName\(\).*?this\.options=h,/,
    'class H{constructor(t,i,s){this._$AH=A,this.element=t,this.name=i,',
  ],
  ['', '_$AI(t,i=this,s,e){const h=', '_$AI(t,s){const h='],
  ['', 'o&&!e&&this.j', 'o&&this.j'],
  ['', 'constructor(){super(...arguments),this.type=3}', ''],
  [
    'no options of listeners, and no listeners that are objects',
    'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}_$AI(t,i=this){',
    '_$AI(t){',
  ],
  [
    '',
    'e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e)',
    'e=t===A&&s!==A,h=t!==A&&s===A',
  ],
  [
    '',
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.element,t)',
  ],
  [
    'no options of a drawing',
    /D=\(t,i,s\)=>\{.*?return h\._\$AI\(t\),h\}/,
    'D=(t,i)=>(i._$litPart$??=new k(i.insertBefore(c(),null),null))._$AI(t)',
  ],
  ['', 'static createElement(t,i)', 'static createElement(t)'],
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
      clean = clean.replace(/_\$A(?=[A-Z])/g, ''); // names of parts, which nobody else reads
      return {
        code: `import { policy as bansoPolicy } from ${JSON.stringify(POLICY)};\n${clean}`,
        map: null,
      };
    },
  };
}
