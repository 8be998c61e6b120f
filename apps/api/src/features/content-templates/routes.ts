import { contentTemplate } from '@banso/contract';
import { workspaces } from '@banso/database';
import { textIn } from '@banso/domain/content';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { TEMPLATES } from '../../contents/templates/all.ts';
import type { ContentTemplate } from '../../contents/templates/content-template.ts';
import { templateDraft } from '../../contents/templates/template-draft.ts';
import { AppError } from '../../errors.ts';
import { json, operation, router } from '../../operation.ts';

const tags = ['content-templates'];
const NO_WORKSPACE = { locales: ['en'], defaultLocale: 'en' };

/** Contents to start from. Mounted at the root: `/v1/content-templates`. */
export const contentTemplateRoutes = ({ database, clock }: Deps) => {
  const languagesOf = async (workspaceId: string) =>
    (await workspaces.find(database.control, workspaceId)) ?? NO_WORKSPACE;

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/content-templates',
        tags,
        summary: 'List what a content can start from, by kind, what most teams need first at the top',
        description: 'To start from one name it as `template` where the content is made.',
        request: { query: contentTemplate.TemplateQuery },
        responses: {
          200: json(z.object({ data: z.array(contentTemplate.Template) }), 'Every template'),
        },
      }),
      async (c) => {
        const { kind, locale } = c.req.valid('query');
        const { defaultLocale } = await languagesOf(c.var.workspaceId);
        const at = clock.now();
        const data = TEMPLATES.filter((template) => kind === undefined || template.kind === kind).map(
          (template) => summaryOf(template, locale ?? defaultLocale, at),
        );
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/content-templates/{id}',
        tags,
        summary: 'Read one with the draft that a content made from it now would have',
        request: {
          params: z.object({ id: z.string().max(100) }),
          query: contentTemplate.TemplateQuery.pick({ locale: true }),
        },
        responses: { 200: json(contentTemplate.TemplateWithDraft, 'The template and its draft') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const template = TEMPLATES.find((each) => each.id === id);
        if (!template) throw new AppError('not_found', 'There is no such template.');
        const languages = await languagesOf(c.var.workspaceId);
        const at = clock.now();
        const locale = c.req.valid('query').locale ?? languages.defaultLocale;
        const draft = templateDraft(template, at, languages);
        return c.json({ ...summaryOf(template, locale, at), draft } as never, 200);
      },
    );
};

function summaryOf(
  { id, kind, name, purpose, adjust, minutes, body }: ContentTemplate,
  locale: string,
  at: string,
): contentTemplate.Template {
  const say = (text: ContentTemplate['name']) => textIn(text, locale, 'en');
  return {
    id,
    kind,
    name: say(name),
    purpose: say(purpose),
    adjust: say(adjust),
    minutes,
    locales: Object.keys(name),
    ...factsOf(body(at)),
  };
}

/** What there is to say about a body of its kind. */
function factsOf(body: ReturnType<ContentTemplate['body']>): Partial<contentTemplate.Template> {
  if ('steps' in body) return { steps: body.steps.length };
  if ('questions' in body) {
    const { questions } = body;
    return { questions: questions.length, branching: questions.some(({ next }) => next !== undefined) };
  }
  return 'mode' in body ? { mode: body.mode } : { type: body.type };
}
