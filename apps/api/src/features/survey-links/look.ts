import { accentShown, guardedTheme, themeCss } from '@banso/domain/theme';
import type { Theme } from '@banso/domain/theme';

const USUAL = { light: '#2f55a4', dark: '#86a9f2' } as const;

/** The page's style sheet in a workspace's look. Values of a theme are those that the contract lets through: none could end a declaration. */
export function lookOf(given: Theme): string {
  const theme = guardedTheme(given);
  const [light, dark] = (['light', 'dark'] as const).map(
    (scheme) =>
      accentShown(theme.accent ?? USUAL[scheme], scheme) ?? {
        fill: USUAL[scheme],
        onFill: '#ffffff',
        text: USUAL[scheme],
      },
  );
  const pair = (of: 'fill' | 'onFill' | 'text') => `light-dark(${light?.[of]}, ${dark?.[of]})`;
  const scheme = theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : 'light dark';
  return `:root{color-scheme:${scheme};--fill:${pair('fill')};--on-fill:${pair('onFill')};--accent:${pair('text')};${themeCss(theme)}}\n${SHEET}`;
}

const SHEET = `
*{box-sizing:border-box}
html{--paper:var(--theme-surface,light-dark(#fff,#16181e));--ink:var(--theme-ink,light-dark(#1d222b,#f0eeeb));--r:var(--theme-radius,16px);--ink-2:color-mix(in oklab,var(--ink) 74%,var(--paper));--line:color-mix(in oklab,var(--ink) 16%,var(--paper));--edge:color-mix(in oklab,var(--ink) 52%,var(--paper));background:color-mix(in oklab,var(--ink) 4%,var(--paper));color:var(--ink);font:16px/1.6 var(--theme-font,ui-sans-serif,system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Apple SD Gothic Neo","Noto Sans KR",sans-serif);line-break:strict;word-break:auto-phrase;overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
body{margin:0 auto;padding:24px 16px 48px;max-width:640px}
header{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;margin-block-end:24px}
header p{margin:0}
.who{font-weight:600}
nav{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:14px}
a{color:var(--accent)}
nav a{min-height:24px;text-decoration:none;color:var(--ink-2)}
nav a:hover{text-decoration:underline}
nav a[aria-current]{color:var(--ink);font-weight:600}
h1{margin:0 0 16px;font-size:22px;line-height:1.35;text-wrap:balance}
.card,#banso-live:not(:empty){display:block;background:var(--paper);border:1px solid var(--line);border-radius:var(--r);padding:24px;box-shadow:0 1px 2px rgb(0 0 0/.05),0 8px 24px rgb(0 0 0/.05)}
#banso-live:not(:empty){padding:8px}
[hidden]{display:none!important}
.say h1{margin-block-end:8px}
.say p{margin:0;color:var(--ink-2)}
.say .own{color:var(--ink);margin-block-end:8px}
.count,.hint,.note,small{color:var(--ink-2);font-size:14px}
.count,.hint{margin:0 0 12px}
.note{margin:16px 4px}
.ask{border:0;margin:0 0 20px;padding:0;min-width:0}
legend,.ask>label{display:block;padding:0;margin-block-end:12px;font-weight:600}
small{font-weight:400}
.words{margin:0}
.scale{display:grid;grid-template-columns:repeat(11,1fr);gap:6px}
.n5{grid-template-columns:repeat(5,1fr)}
.n7{grid-template-columns:repeat(7,1fr)}
.scale label{position:relative;display:block}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:44px;border:1px solid var(--edge);border-radius:10px;font-variant-numeric:tabular-nums}
.scale input:hover+span{border-color:var(--fill)}
.scale input:checked+span{background:var(--fill);border-color:var(--fill);color:var(--on-fill);font-weight:600}
.scale input:focus-visible+span,:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:16px;margin-block-start:8px;font-size:14px;color:var(--ink-2)}
.ends span:last-child{text-align:end}
.option{display:flex;gap:12px;align-items:start;min-height:44px;padding:10px 12px;margin-block-end:8px;border:1px solid var(--edge);border-radius:10px;cursor:pointer}
.option input{flex:none;margin:4px 0 0;width:18px;height:18px;accent-color:var(--fill)}
.option:has(:checked){border-color:var(--fill);box-shadow:inset 0 0 0 1px var(--fill)}
textarea,.other{display:block;width:100%;padding:10px 12px;border:1px solid var(--edge);border-radius:10px;background:var(--paper);color:inherit;font:inherit;resize:vertical}
.foot{display:flex;flex-wrap:wrap;gap:16px;align-items:center}
button{min-height:44px;padding:8px 24px;border:0;border-radius:10px;background:var(--fill);color:var(--on-fill);font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(.94)}
.bad{margin:0 0 12px;color:light-dark(#a5231a,#ff9d92)}
@media (max-width:480px){body{padding-block-start:16px}.card{padding:16px}.n11{grid-template-columns:repeat(6,1fr)}}
@media (forced-colors:active){.scale input:checked+span{outline:3px solid Highlight}}
`;
