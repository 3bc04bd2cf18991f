/** As far apart as two presses of a double click may be: the usual time of desktops, and more than the 120 ms of a nervous finger. */
const DOUBLE_CLICK_MS = 500;

/**
 * A second press with the same input joins the first one while that is under way, and where it succeeded for as long as a double click takes;
 * within the same tick, too, as a button is disabled only when the page is drawn the next time. Something else pressed between is meant.
 */
export class OnePress<Input, Answer extends { ok: boolean }> {
  private last: { key: string; answer: Promise<Answer> } | undefined;

  constructor(private readonly run: (input: Input) => Promise<Answer>) {}

  /** `first` is false for a press that joined: what follows from the answer is done once. */
  press(input: Input): { first: boolean; answer: Promise<Answer> } {
    const key = JSON.stringify(input) ?? '';
    if (this.last?.key === key) return { first: false, answer: this.last.answer };
    const press = { key, answer: this.run(input) };
    this.last = press;
    const over = new Promise((resolve) => setTimeout(resolve, DOUBLE_CLICK_MS));
    void press.answer
      .then(({ ok }) => ok && over)
      .catch(() => undefined)
      .then(() => {
        if (this.last === press) this.last = undefined;
      });
    return { first: true, answer: press.answer };
  }
}
