/** A statement that could leave its workspace: a bug of ours, whatever the input was. */
export class RefusedStatement extends Error {
  /** @param why - What is wrong with it, to follow "Refused:". */
  constructor(why: string) {
    super(`Refused: ${why}`);
    this.name = 'RefusedStatement';
  }
}
