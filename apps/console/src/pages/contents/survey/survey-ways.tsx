import {
  type AnswerValue,
  optionText,
  questionAt,
  surveyGraph,
  type SurveyNode,
  type SurveyWay,
  textIn,
} from '@banso/domain/content';
import { AlertIcon, CheckIcon, Icon } from '@banso/ui';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { BOX, layoutOf } from '../model/graph-layout.ts';
import { wordsOf } from '../texts/editor-words.ts';
import './survey-ways.css';

/** Every way through the survey, drawn as customers go: each place leads to its field, and says what is wrong there. */
export function SurveyWays() {
  const texts = wordsOf('survey');
  const { goToField } = useEditor();
  const { body } = useBody('survey');
  const say = useWayWords();
  const { nodes, ways } = surveyGraph(body);
  const { width, height, boxes, curves } = layoutOf({
    count: nodes.length,
    ways,
    last: new Set(nodes.flatMap(({ kind }, place) => (kind === 'ending' ? [place] : []))),
  });
  const whole = (node: SurveyNode | undefined) => (node ? `${say.kind(node)}, ${say.title(node)}` : '');
  const wrong = nodes.filter(({ marks }) => marks.length > 0).length;
  const said = ({ marks }: SurveyNode) => marks.map((mark) => texts.marks[mark]).join(' · ');
  const look = (way: SurveyWay) =>
    `${way.back ? ' back' : ''}${nodes[way.from]?.marks.includes('never_asked') ? ' unused' : ''}`;

  return (
    <section class="part" aria-labelledby="part-ways">
      <h3 id="part-ways">{texts.ways}</h3>
      <p class="hint">{texts.waysWhat}</p>
      <p class={`hint row sw-sum${wrong > 0 ? ' err' : ''}`}>
        <Icon of={wrong > 0 ? AlertIcon : CheckIcon} size="s" />
        {wrong > 0 ? texts.waysWrong(wrong) : texts.waysFine}
      </p>
      <div class="sw">
        {/* The same in every direction of writing: the curves are drawn from the left. */}
        <div class="sw-in" dir="ltr" style={{ width: `${width}px`, height: `${height}px` }}>
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              <marker id="sw-end" viewBox="0 0 6 6" refX="1" refY="3" markerWidth="6" orient="auto">
                <path d="M0 0 6 3 0 6z" fill="context-stroke" />
              </marker>
            </defs>
            {ways.map((way, at) => (
              <path
                key={`${way.from} ${way.to}`}
                class={`sw-way${look(way)}`}
                d={curves[at]?.d}
                marker-end="url(#sw-end)"
              />
            ))}
          </svg>
          {ways.map((way, at) => {
            const words = say.answers(nodes[way.from], way);
            return (
              words && (
                <span
                  key={`${way.from} ${way.to}`}
                  class="sw-words"
                  aria-hidden="true"
                  dir="auto"
                  title={words}
                  style={{ left: `${curves[at]?.words.x ?? 0}px`, top: `${curves[at]?.words.y ?? 0}px` }}
                >
                  {words}
                </span>
              )
            );
          })}
          <ol>
            {nodes.map((node, place) => (
              <li
                key={node.path}
                style={{
                  left: `${boxes[place]?.x ?? 0}px`,
                  top: `${boxes[place]?.y ?? 0}px`,
                  width: `${BOX.width}px`,
                  height: `${BOX.height}px`,
                }}
              >
                <button
                  type="button"
                  class={`sw-node ${node.kind}${node.marks.length > 0 ? ' wrong' : ''}`}
                  title={[said(node), say.title(node)].filter(Boolean).join('\n')}
                  onClick={() => goToField(node.kind === 'question' ? `${node.path}.text` : node.path)}
                >
                  <span class="sw-kind">
                    {node.marks.length > 0 && <Icon of={AlertIcon} size="s" />}
                    <span class="sw-said">{said(node) || say.kind(node)}</span>
                  </span>
                  {node.marks.length > 0 && <span class="vh">{say.kind(node)}</span>}
                  <span class="sw-text" dir="auto">
                    {say.title(node)}
                  </span>
                  <span class="vh">
                    {ways
                      .filter(({ from }) => from === place)
                      .map((way) => texts.leadsTo(say.answers(node, way), whole(nodes[way.to])))
                      .join(' ')}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

/** What places and ways are called, in the reader's language and the one that is edited. */
function useWayWords() {
  const texts = wordsOf('survey');
  const { model, place } = useEditor();
  const { body } = useBody('survey');
  const written = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;
  const kind = ({ kind: is, path }: SurveyNode): string => {
    if (is === 'ending') return texts.endings;
    if (is === 'followUp') return texts.followUps;
    return texts.questionOf(body.questions.findIndex((one) => one === questionAt(body, path)) + 1);
  };
  const title = (node: SurveyNode): string => {
    if (node.kind === 'ending') return node.band ? texts.endingOf[node.band] : texts.end;
    if (node.kind === 'followUp') return node.band ? written(body.followUps[node.band] ?? {}) : '';
    return written(questionAt(body, node.path)?.text ?? {});
  };
  const answers = (node: SurveyNode | undefined, { answers: given }: SurveyWay): string | undefined => {
    if (!given || !node) return undefined;
    const question = questionAt(body, node.path);
    const options = given.flatMap((answer) => (isOptions(answer) ? answer : []));
    return [
      ...rangesOf(given.filter((answer) => typeof answer === 'number')),
      ...options.map((key) => (question && 'options' in question ? written(optionText(question, key)) : key)),
      ...(given.includes(null) ? [texts.skipped] : []),
    ].join(', ');
  };
  return { kind, title, answers };
}

const isOptions = (answer: AnswerValue): answer is readonly string[] =>
  typeof answer === 'object' && answer !== null;

/** Numbers in as few words as they need: `0–6`, `9–10`. */
function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [low: number, high: number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([low, high]) => (low === high ? `${low}` : `${low}–${high}`));
}
