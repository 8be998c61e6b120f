import type { AnswerValue } from '@banso/domain/content';
import type { Receipt } from '../controller.ts';

/** One answer of a person. */
export interface Answer {
  value: AnswerValue;
  /** The person's own words, where that option is among the chosen ones. */
  other?: string;
}

/** From safest to worst, so that the worst of several can be named. */
const BY_SAFETY: readonly Receipt[] = ['arrived', 'stored', 'held', 'refused'];

interface Given {
  answer: Answer;
  /** Unset while it is on its way. */
  receipt?: Receipt;
}

/** What one person has answered so far, and what became of each answer. */
export class SurveyResponse {
  readonly id: string;
  #given = new Map<string, Given>();

  constructor(id: string) {
    this.id = id;
  }

  get isEmpty(): boolean {
    return this.#given.size === 0;
  }

  /** `undefined`: not answered yet; with the value `null`: skipped. */
  answerTo(question: string): Answer | undefined {
    return this.#given.get(question)?.answer;
  }

  /** The value of {@link answerTo}. */
  valueOf = (question: string): AnswerValue | undefined => this.answerTo(question)?.value;

  /** `undefined` while the answer is on its way. */
  receiptOf(question: string): Receipt | undefined {
    return this.#given.get(question)?.receipt;
  }

  /** Whether just this has been given already, and was not refused. */
  holds(question: string, answer: Answer): boolean {
    const known = this.#given.get(question);
    return !!known && known.receipt !== 'refused' && JSON.stringify(known.answer) === JSON.stringify(answer);
  }

  /** Takes an answer down; the promise resolves when its fate is known. A later answer to the question replaces it. */
  async give(question: string, answer: Answer, sent: Promise<Receipt>): Promise<Receipt> {
    const given: Given = { answer };
    this.#given.set(question, given);
    return (given.receipt = await sent);
  }

  /** The fate of the least safe answer. An answer on its way counts as held. */
  get receipt(): Receipt {
    const worst = [...this.#given.values()].map((given) => BY_SAFETY.indexOf(given.receipt ?? 'held'));
    return BY_SAFETY[Math.max(0, ...worst)] ?? 'held';
  }

  /** Questions whose answer was refused, with that answer. */
  get refused(): readonly (readonly [string, Answer])[] {
    return [...this.#given]
      .filter(([, { receipt }]) => receipt === 'refused')
      .map(([key, { answer }]) => [key, answer] as const);
  }
}
