import type { PredictData } from './data.ts';

/** A comparison has steps of two recordings, and goes by the clock. */
type Judge = HTMLElementTagNameMap['replay-figure' | 'compare-figure'];

/** Judges a prediction by moving the replay to the step that decides. Nothing is kept or sent. */
class PredictQuestion extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const source = this.querySelector('script[type="application/json"]')?.textContent;
    if (!source) return;
    const data = JSON.parse(source) as PredictData;
    const { signal } = (this.#listening = new AbortController());
    const button = this.querySelector('button');
    button?.addEventListener('click', () => this.#judge(data), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  #judge({ figure: id, step, at, verdicts }: PredictData) {
    const answers = [...this.querySelectorAll('input')];
    const chosen = answers.findIndex(({ checked }) => checked);
    const verdict = this.querySelector('[role="status"]');
    if (verdict) verdict.innerHTML = verdicts[chosen] ?? 'Choose an answer first.';
    if (chosen < 0) return;
    void document.querySelector<Judge>(`[id="${id}"]`)?.visit(step, at);
  }
}

customElements.define('predict-question', PredictQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'predict-question': PredictQuestion;
  }
}
