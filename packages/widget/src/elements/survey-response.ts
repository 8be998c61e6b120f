import type { Receipt } from '../controller.ts';

export type AnswerValue = number | string | null;

/** From safest to worst, so that the worst of several can be named. */
const BY_SAFETY: readonly Receipt[] = ['arrived', 'stored', 'held', 'refused'];

interface Given {
  value: AnswerValue;
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

  /** `undefined`: not answered yet; `null`: skipped. */
  valueOf(question: string): AnswerValue | undefined {
    return this.#given.get(question)?.value;
  }

  /** `undefined` while the answer is on its way. */
  receiptOf(question: string): Receipt | undefined {
    return this.#given.get(question)?.receipt;
  }

  /** Takes an answer down; the promise resolves when its fate is known. A later answer to the question replaces it. */
  async give(question: string, value: AnswerValue, sent: Promise<Receipt>): Promise<Receipt> {
    const given: Given = { value };
    this.#given.set(question, given);
    return (given.receipt = await sent);
  }

  /** The fate of the least safe answer. An answer on its way counts as held. */
  get receipt(): Receipt {
    const worst = [...this.#given.values()].map((given) => BY_SAFETY.indexOf(given.receipt ?? 'held'));
    return BY_SAFETY[Math.max(0, ...worst)] ?? 'held';
  }

  /** Questions whose answer was refused, with that answer. */
  get refused(): readonly (readonly [string, AnswerValue])[] {
    return [...this.#given]
      .filter(([, g]) => g.receipt === 'refused')
      .map(([key, g]) => [key, g.value] as const);
  }
}
