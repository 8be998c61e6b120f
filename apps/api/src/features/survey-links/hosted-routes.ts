import { HostedFacts, HostedVerdict } from '@banso/contract/survey-links';
import type { AnswerValue } from '@banso/domain/content';
import { scaleOf } from '@banso/domain/content';
import { contentTheme } from '@banso/domain/theme';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { madeId } from '../../recorder/made-id.ts';
import type { Taken, Told } from './answer.ts';
import { takeAnswers } from './answer.ts';
import { formAnswers, missingAnswer } from './form-answers.ts';
import { hostedUrl, linkToken } from './link-token.ts';
import { lookOf } from './look.ts';
import type { FormScene, Frame } from './page.ts';
import { formPage, sayingPage } from './page.ts';
import { askedOf, endingOf, followUpOf, stepAfter } from './path-of.ts';
import type { Visit } from './visit.ts';
import { languagesOf, surveyOf, visitOf } from './visit.ts';
import { ENGLISH, HOSTED_WORDS } from './words.ts';

const tags = ['hosted pages'];
const Params = z.object({ token: z.string().max(200) });
const pageAnswer = {
  description: 'The page',
  content: { 'text/html': { schema: z.string() } },
};
const MAX_FORM_CHARACTERS = 100_000;
const COOKIE_SECONDS = 180 * 86_400;

/** Surveys for people who do not come to the product: `/s/{token}`. What a page shows is decided here; nothing is recorded by looking. */
export function hostedRoutes(deps: AppDeps) {
  const { settings, newId, limits, clock } = deps;

  const open = async (c: Context<AppEnv>): Promise<Visit | undefined> => {
    await limits.take('widgetAddress', c.var.clientBucket);
    return visitOf(deps, c.req.param('token') ?? '');
  };
  const tokenOf = (address: Visit['address']) => linkToken(settings.secret, address);

  const frameOf = (c: Context<AppEnv>, visit: Visit | undefined, lang = c.req.query('lang')): Frame => {
    const acceptLanguage = c.req.header('accept-language');
    const { locale, available } = visit
      ? languagesOf(visit, { lang, acceptLanguage })
      : { locale: wordsFor(acceptLanguage ?? '').lang, available: [] };
    return {
      token: c.req.param('token') ?? '',
      workspace: visit?.workspace.name ?? '',
      ...wordsFor(locale),
      locale,
      available,
      title: '',
    };
  };

  const page = (
    c: Context<AppEnv>,
    content: ReturnType<typeof sayingPage>,
    status: 200 | 404 | 410 | 422,
  ) => {
    c.header('x-robots-tag', 'noindex, nofollow');
    return c.html(content, status);
  };

  /** What whoever follows the address sees when it asks nothing. */
  const say = async (c: Context<AppEnv>, visit: Visit | undefined, lang?: string) => {
    const frame = frameOf(c, visit, lang);
    if (!visit) return page(c, sayingPage(frame, frame.words.unknown), 404);
    const { standing } = visit;
    if (standing === 'asking') throw new RangeError('There is a survey to show');
    const isOwn = standing === 'answered' && visit.said.size > 0;
    const shown = isOwn ? await surveyOf(deps, visit, frame.locale) : undefined;
    const said = isOwn ? frame.words.thanks : frame.words[standing];
    const own = shown && endingOf(shown.survey, visit.said);
    return page(c, sayingPage(frame, { ...said, ...(own && { own }) }), standing === 'answered' ? 200 : 410);
  };

  /** Undefined: nobody is to see the survey just now. */
  const ask = async (
    c: Context<AppEnv>,
    visit: Visit,
    over: Partial<Pick<FormScene, 'missing' | 'failed' | 'pageId'>> & {
      step?: number;
      lang?: string;
      values?: ReadonlyMap<string, AnswerValue>;
    } = {},
  ) => {
    const frame = frameOf(c, visit, over.lang);
    const shown = await surveyOf(deps, visit, frame.locale);
    if (!shown) return undefined;
    const { survey, theme } = shown;
    const [first] = survey.questions;
    const clicked = over.step === undefined ? clickedScore(c.req.query('score'), first?.type) : undefined;
    const said = new Map([...visit.said, ...(over.values ?? [])]);
    if (clicked !== undefined && first) said.set(first.key, clicked);
    const asked = askedOf(survey, said);
    const step =
      clicked === undefined ? Math.min(over.step ?? stepAfter(asked, visit.said), asked.length - 1) : 0;
    // who has clicked a score in an e-mail says why on the same page
    const beside = clicked !== undefined && asked[1]?.type === 'text' ? 2 : 1;
    const scheme = theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : null;
    return formPage(
      { ...frame, title: survey.title, score: clicked },
      {
        survey,
        shown: asked.slice(step, step + beside),
        step,
        steps: asked.length,
        values: said,
        pageId: over.pageId ?? newId(),
        responseId: visit.responseId ?? '',
        isOpen: visit.address.contactId === undefined,
        isChosen: clicked !== undefined,
        missing: over.missing,
        failed: over.failed ?? false,
      },
      {
        survey,
        locale: frame.lang,
        theme: { css: contentTheme(theme, {})?.css ?? '', ...(scheme && { scheme }) },
        post: `/s/${frame.token}/facts`,
        page: newId(),
        surveyLocale: frame.locale,
        score: clicked ?? null,
        said: Object.fromEntries(visit.said),
      },
    );
  };

  /** Of an open link whoever answered gets an address of their own, and their browser remembers it where it may. */
  const remember = (c: Context<AppEnv>, visit: Visit, { address }: Taken): string => {
    const token = tokenOf(address);
    if (visit.address.contactId === undefined && address.contactId !== undefined)
      setCookie(c, cookieOf(visit), token, {
        path: '/s/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: settings.publicUrl.startsWith('https:'),
        maxAge: COOKIE_SECONDS,
      });
    return token;
  };

  return router()
    .openapi(
      operation('public', {
        method: 'get',
        path: '/s/{token}/look.css',
        tags,
        summary: 'The style sheet of a shared survey, in the look of its workspace',
        request: { params: Params },
        responses: {
          200: { description: 'The style sheet', content: { 'text/css': { schema: z.string() } } },
        },
      }),
      async (c) => {
        const visit = await open(c);
        return c.body(lookOf(visit?.workspace.theme ?? {}), 200, {
          'content-type': 'text/css; charset=utf-8',
        });
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/s/{token}',
        tags,
        summary: 'The page of a shared survey',
        description:
          'Looking records nothing, also with a `score`: mail scanners follow every link. It shows the survey with that score chosen; the answer is a POST.',
        request: { params: Params },
        responses: { 200: pageAnswer, 404: pageAnswer, 410: pageAnswer },
      }),
      async (c) => {
        const visit = await open(c);
        if (!visit) return say(c, visit);
        const own = visit.address.contactId === undefined ? getCookie(c, cookieOf(visit)) : undefined;
        if (own !== undefined) {
          if (await visitOf(deps, own)) return c.redirect(`/s/${own}${new URL(c.req.url).search}`, 303);
          deleteCookie(c, cookieOf(visit), { path: '/s/' });
        }
        if (visit.standing !== 'asking') return say(c, visit);
        const step = Number.parseInt(c.req.query('step') ?? '', 10);
        const shown = await ask(c, visit, step >= 0 ? { step } : {});
        return shown ? page(c, shown, 200) : say(c, { ...visit, standing: 'closed' });
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/s/{token}',
        tags,
        summary: 'Answer the questions that the form of a shared survey shows',
        description:
          'For browsers without scripts. Leads back to the page, which goes on with what comes next.',
        request: { params: Params },
        responses: {
          303: { description: 'Taken down: the page goes on' },
          404: pageAnswer,
          410: pageAnswer,
          422: pageAnswer,
        },
      }),
      async (c) => {
        const visit = await open(c);
        if (!visit) return say(c, visit);
        const type = c.req.header('content-type') ?? '';
        if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
          throw new AppError('unsupported_media_type', 'Send the form of the page.');
        const text = await c.req.text();
        if (text.length > MAX_FORM_CHARACTERS) throw new AppError('too_large', 'The form is too large.');
        const form = new URLSearchParams(text);
        const lang = form.get('lang') ?? undefined;
        if (visit.standing !== 'asking') return say(c, visit, lang);
        const { locale } = frameOf(c, visit, lang);
        const found = await surveyOf(deps, visit, locale);
        if (!found) return say(c, { ...visit, standing: 'closed' }, lang);
        const { survey } = found;

        const keys = form.getAll('q');
        const everything = [...survey.questions, followUpOf('')];
        const shown = keys.flatMap((key) => everything.find((one) => one.key === key) ?? []);
        const answers = formAnswers(form, shown);
        const values = new Map(answers.map(({ question, value }) => [question, value]));
        const asked = askedOf(survey, new Map([...visit.said, ...values]));
        const [firstKey = ''] = keys;
        const step = Math.max(
          0,
          asked.findIndex(({ key }) => key === firstKey),
        );
        const pageId = pageIdOf(form.get('page')) ?? newId();
        const missing = missingAnswer(answers, shown);
        const again = { step, values, pageId, ...(lang !== undefined && { lang }) };
        if (missing !== undefined) {
          const shownAgain = await ask(c, visit, { ...again, missing });
          return shownAgain ? page(c, shownAgain, 422) : say(c, { ...visit, standing: 'closed' }, lang);
        }
        const next = Math.max(...keys.map((key) => asked.findIndex((one) => one.key === key)), 0) + 1;
        const isEnd = next >= asked.length;
        const at = clock.now();
        const version = Number(form.get('version')) || survey.version;
        const sentIn = Date.parse(at);
        const idOf = (what: string) => madeId([pageId, visit.link.id, what], sentIn);
        const told: Told = {
          pageId,
          sentAt: at,
          locale,
          events: [
            ...answers.map((answer) => ({
              id: idOf(JSON.stringify(answer)),
              at,
              type: 'survey_answered',
              version,
              ...answer,
            })),
            ...(isEnd ? [{ id: idOf('completed'), at, type: 'survey_completed', version }] : []),
          ],
        };
        const taken = await takeAnswers(deps, visit, told, c.var.clientBucket);
        const refused = taken.verdicts.find(({ accepted }) => !accepted);
        const token = remember(c, visit, taken);
        if (refused) {
          const shownAgain = await ask(c, visit, { ...again, failed: true });
          return shownAgain ? page(c, shownAgain, 422) : say(c, { ...visit, standing: 'closed' }, lang);
        }
        const query = new URLSearchParams({ lang: locale, ...(isEnd ? {} : { step: `${next}` }) });
        return c.redirect(`/s/${token}?${query.toString()}`, 303);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/s/{token}/facts',
        tags,
        summary: 'Report what somebody does with a shared survey',
        description:
          'What the script of the page sends, each answer as it is given. Events are those of the widget, without `contentId` and `responseId`, which the link says; an id that was seen before changes nothing.',
        request: { params: Params, body: body(HostedFacts) },
        responses: {
          200: json(HostedVerdict, 'What was accepted and refused, and where this person goes on'),
        },
      }),
      async (c) => {
        const visit = await open(c);
        if (!visit) throw new AppError('not_found', 'This link leads nowhere.');
        // what follows on the last answer may come after it
        if (visit.standing !== 'asking' && visit.standing !== 'answered')
          throw new AppError('conflict', `This link asks nothing now: it is ${visit.standing}.`);
        const { page: pageId, sentAt, locale, events } = c.req.valid('json');
        const taken =
          visit.standing === 'answered'
            ? { verdicts: [], address: visit.address }
            : await takeAnswers(deps, visit, { pageId, sentAt, locale, events }, c.var.clientBucket);
        const { verdicts } = taken;
        return c.json(
          {
            accepted: verdicts.filter(({ accepted }) => accepted).map(({ id }) => id),
            refused: verdicts.flatMap((one) =>
              one.accepted ? [] : [{ id: one.id, code: one.code, message: one.message }],
            ),
            url: hostedUrl('', remember(c, visit, taken)),
          },
          200,
        );
      },
    );
}

/** Under which name a browser keeps the address of its own that an open link has become. */
const cookieOf = ({ link }: Visit): string => `banso_${link.id.slice(-12)}`;

/** Words of the page for a language. */
function wordsFor(locale: string): Pick<Frame, 'words' | 'lang'> {
  const lang = locale.toLowerCase().slice(0, 2);
  const words = HOSTED_WORDS[lang];
  return words ? { words, lang } : { words: ENGLISH, lang: 'en' };
}

/** The score that was clicked, where the first question asks for one that can be it. */
function clickedScore(score: string | undefined, type: string | undefined): number | undefined {
  const scale = scaleOf(type ?? '');
  if (!scale || score === undefined || !/^\d{1,2}$/.test(score)) return undefined;
  const number = Number(score);
  return number >= scale.low && number <= scale.high ? number : undefined;
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const pageIdOf = (value: string | null): string | undefined =>
  value !== null && UUID_V7.test(value) ? value : undefined;
