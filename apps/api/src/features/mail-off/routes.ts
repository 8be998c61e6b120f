import type { organisation } from '@banso/contract';
import { audit, members, replyMails } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { AppDeps } from '../../app-env.ts';
import { DIGEST_WORDS } from '../../digest/digest-words.ts';
import { USUAL_DIGEST } from '../../digest/usual-digest.ts';
import type { MailOff } from '../../mail/mail-off-token.ts';
import { readMailOffToken } from '../../mail/mail-off-token.ts';
import { mailWords } from '../../mail/mail-words.ts';
import { operation, router } from '../../operation.ts';
import { writeAlone } from '../../write-alone.ts';

const tags = ['mail'];
const Params = z.object({ token: z.string().min(20).max(400) });
const Query = z.object({
  lang: z.string().max(20).optional(),
  /** `on`: they want mails again. */
  now: z.enum(['on', 'off']).optional(),
});
const html = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });
const responses = { 200: html('A page with one button'), 404: html('The link is not one of ours') };

/** How somebody ends mails to themselves, without signing in and without JavaScript. Mounted at the root. */
export const mailOffRoutes = ({ database, clock, limits, settings }: AppDeps) => {
  const setReplies = ({ scopeId, id }: MailOff, now: 'on' | 'off') =>
    writeAlone(database, scopeId, [id], (db) =>
      replyMails.setOff(db, scopeId, id, now === 'off' ? clock.now() : null),
    );
  const setDigest = ({ scopeId, id }: MailOff, now: 'on' | 'off') =>
    database.forWorkspace(scopeId).write(async (db) => {
      const member = await members.find(db, scopeId, id);
      if (!member) return;
      const digest = { ...(member.digest ?? USUAL_DIGEST), on: now === 'on' };
      await members.setDigest(db, scopeId, id, digest);
      await audit.append(db, scopeId, {
        at: clock.now(),
        principal: { kind: 'member', id, name: member.name },
        action: 'member.update',
        target: id,
        change: { digest },
      });
    });
  return router()
    .openapi(
      operation('public', {
        method: 'get',
        path: '/v1/mail-off/{token}',
        tags,
        summary: 'Ask somebody whether they want no more mails of this kind',
        description: 'Changes nothing: programs that look at links in mails open it too.',
        request: { params: Params, query: Query },
        responses,
      }),
      async (c) => {
        await limits.take('door', 'mail-off', c.var.clientBucket);
        const { language, words } = mailWords(c.req.valid('query').lang ?? null);
        const off = readMailOffToken(settings.secret, c.req.valid('param').token);
        if (!off) return c.html(page(language, { title: words.off.unknown }), 404);
        const { title, what, button } = said(off, language);
        return c.html(page(language, { title, what, button: { label: button, now: 'off' } }), 200);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/mail-off/{token}',
        tags,
        summary: 'Send somebody no more mails of this kind, or send them again',
        description: 'By the button of the page, or by the one click of a mail program (RFC 8058).',
        request: { params: Params, query: Query },
        responses,
      }),
      async (c) => {
        await limits.take('door', 'mail-off', c.var.clientBucket);
        const { lang = null, now = 'off' } = c.req.valid('query');
        const { language, words } = mailWords(lang);
        const off = readMailOffToken(settings.secret, c.req.valid('param').token);
        if (!off) return c.html(page(language, { title: words.off.unknown }), 404);
        await (off.of === 'replies' ? setReplies(off, now) : setDigest(off, now));
        const { done, doneWhat, again, on, onWhat } = said(off, language);
        return c.html(
          now === 'off'
            ? page(language, { title: done, what: doneWhat, button: { label: again, now: 'on' } })
            : page(language, { title: on, what: onWhat }),
          200,
        );
      },
    );
};

const said = ({ of }: MailOff, language: organisation.Language) =>
  of === 'digest' ? DIGEST_WORDS[language].offPage : mailWords(language).words.off;

interface Said {
  title: string;
  what?: string;
  button?: { label: string; now: 'on' | 'off' };
}

/** Only words of ours stand in it. */
function page(language: string, { title, what, button }: Said): string {
  const form = button
    ? `<form method="post" action="?lang=${language}&amp;now=${button.now}"><button>${button.label}</button></form>`
    : '';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title>
<style>:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f5f4f1,#14161c);color:light-dark(#20232b,#f1efeb);font:16px/1.6 system-ui,"Hiragino Sans","Noto Sans JP","Apple SD Gothic Neo","Noto Sans KR",sans-serif}main{max-width:26rem;margin:1rem;padding:2rem;border:1px solid light-dark(#e2e0dc,#333844);border-radius:16px;background:light-dark(#fff,#1b1e26)}h1{margin:0 0 .5rem;font-size:1.25rem;line-height:1.4}p{margin:0 0 1.25rem}p:last-child{margin:0}button{font:inherit;font-weight:600;padding:.6rem 1.25rem;border:0;border-radius:10px;background:light-dark(#2c5aa8,#8fb2f0);color:light-dark(#fff,#10131a);cursor:pointer}button:focus-visible{outline:3px solid currentcolor;outline-offset:2px}</style></head>
<body><main><h1>${title}</h1>${what === undefined ? '' : `<p>${what}</p>`}${form}</main></body></html>`;
}
