import type { Recording } from '../replay/data.ts';

/** In an embed the recording lies in the page itself. Stands in for ../replay/fetch-recording.ts. */
export function fetchRecording(): Promise<Recording> {
  const text = document.getElementById('recording')?.textContent;
  if (!text) return Promise.reject(new Error('The embed holds no recording.'));
  return Promise.resolve(JSON.parse(text) as Recording);
}
