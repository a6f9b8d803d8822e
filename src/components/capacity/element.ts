// THIS FILE SHIPS TO THE BROWSER, on pages with `<Capacity>`.
import { answerTo } from './reckon.ts';

/** Reckons with the reader's own numbers while they are typed. Nothing is kept or sent. */
class CapacityForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', this.#answer);
  }

  readonly #answer = () => {
    const numbers = [...this.querySelectorAll('input')].map(({ valueAsNumber }) => valueAsNumber);
    const [perSecond = NaN, takesMs = NaN, computesMs = NaN] = numbers;
    const output = this.querySelector('output');
    if (output) output.value = answerTo({ perSecond, takesMs, computesMs });
  };
}

customElements.define('capacity-form', CapacityForm);
