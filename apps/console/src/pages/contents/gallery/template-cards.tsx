import type { contentTemplate } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { galleryTexts } from './texts.ts';

/** Props of {@link TemplateCards}. */
export interface TemplateCardsProps {
  kind: ContentKind;
  templates: readonly contentTemplate.Template[];
  /** Undefined: blank. */
  chosen: string | undefined;
  onChoose: (template: contentTemplate.Template | undefined) => void;
}

/** What a content can start from, blank first; radio buttons underneath, so that arrow keys move. */
export function TemplateCards({ kind, templates, chosen, onChoose }: TemplateCardsProps) {
  const texts = textsOf(galleryTexts);
  const name = useId();
  return (
    <fieldset class="tpl-list">
      <legend class="label">{texts.start}</legend>
      <TemplateCard
        group={name}
        title={texts.blank}
        purpose={texts.blankWhat[kind]}
        facts={[]}
        checked={chosen === undefined}
        onChoose={() => onChoose(undefined)}
      />
      {templates.map((template) => (
        <TemplateCard
          key={template.id}
          group={name}
          title={template.name}
          purpose={template.purpose}
          facts={factsOf(template)}
          checked={chosen === template.id}
          onChoose={() => onChoose(template)}
        />
      ))}
    </fieldset>
  );
}

interface TemplateCardProps {
  group: string;
  title: string;
  purpose: string;
  facts: readonly string[];
  checked: boolean;
  onChoose: () => void;
}

function TemplateCard({ group, title, purpose, facts, checked, onChoose }: TemplateCardProps) {
  const id = useId();
  return (
    <label class="tpl-card">
      <input
        type="radio"
        name={group}
        checked={checked}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-what`}
        onChange={onChoose}
      />
      <span>
        <b id={`${id}-title`}>{title}</b>
        <span id={`${id}-what`}>
          <span class="muted tpl-what">{purpose}</span>
          {facts.length > 0 && <span class="xs tpl-facts">{facts.join(' · ')}</span>}
        </span>
      </span>
    </label>
  );
}

/** What is special about a template of its kind, and how long a customer needs. */
function factsOf(template: contentTemplate.Template): string[] {
  const texts = textsOf(galleryTexts);
  const { steps, questions, branching, type, mode, minutes } = template;
  return [
    ...(steps === undefined ? [] : [texts.steps(steps)]),
    ...(questions === undefined ? [] : [texts.questions(questions)]),
    ...(branching ? [texts.branching] : []),
    ...(type === undefined ? [] : [wordsOf('values').resourceType[type]]),
    ...(mode === undefined ? [] : [wordsOf('announcement').modes[mode]]),
    texts.minutes(minutes),
  ];
}
