import { Pane, Panes } from '@banso/ui';
import { LocalizedField } from '../fields/localized-field.tsx';
import { TextLanguage } from '../fields/text-language.tsx';
import { useBody } from '../frame/editor-context.ts';
import { LoadedPart } from '../frame/loaded-part.tsx';
import { PreviewPane } from '../frame/preview-pane.tsx';
import { BandTexts } from './band-texts.tsx';
import { QuestionsList } from './questions-list.tsx';
import { wordsOf } from '../texts/editor-words.ts';

const loadWays = () => import('./survey-ways.tsx').then((part) => part.SurveyWays);

/** The questions, what follows them, and the widget beside them. */
export function SurveyForm() {
  const texts = wordsOf('survey');
  const { body } = useBody('survey');
  const scored = body.questions.some(({ type }) => type === 'nps');
  return (
    <Panes layout="settings" class="ed ed-two">
      <Pane label={texts.survey} class="ed-form">
        <form class="form" aria-label={texts.survey} onSubmit={(event) => event.preventDefault()}>
          <div class="row wrap form-h">
            <h2 class="grow">{texts.survey}</h2>
            <TextLanguage where={(path) => !path.startsWith('delivery.')} />
          </div>
          <LocalizedField path="title" text={body.title} label={texts.title} hint={texts.titleHint} />
          <QuestionsList />
          {body.questions.length > 1 && <LoadedPart load={loadWays} props={{}} shape="text" />}
          {scored && <BandTexts of="followUps" />}
          {scored ? <BandTexts of="endings" /> : <OneEnding />}
        </form>
      </Pane>
      <PreviewPane />
    </Panes>
  );
}

/** The last words of a survey without a score. Surveys from before have them among those by score, for passives. */
function OneEnding() {
  const texts = wordsOf('survey');
  const { body } = useBody('survey');
  return (
    <section class="part" aria-labelledby="part-ending">
      <h3 id="part-ending">{texts.endings}</h3>
      <p class="hint">{texts.endingsWhat}</p>
      <LocalizedField
        path={body.ending ? 'ending' : 'endings.passive'}
        text={body.ending ?? body.endings.passive}
        label={texts.endings}
        hideLabel
        as="lines"
        optional
      />
    </section>
  );
}
