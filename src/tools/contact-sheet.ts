export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export interface Picture extends View {
  /** `/team/docs/concurrency/` */
  readonly path: string;
  /** The name of its file, beside the sheet. */
  readonly file: string;
}

const widths = [360, 768, 1440] as const;
const schemes = ['light', 'dark'] as const;

/** A phone, a tablet and a desk, each in both schemes. */
export const views: readonly View[] = schemes.flatMap((scheme) =>
  widths.map((width) => ({ scheme, width })),
);

export function pictureName(path: string, { width, scheme }: View): string {
  const page = path.replaceAll(/^\/|\/$/g, '').replaceAll(/[^a-z0-9.-]+/gi, '_') || 'home';
  return `${page}.${width}.${scheme}.png`;
}

/** Pages of the site on one sheet; a browser draws a picture of about 16,000 px height at most. */
const pagesPerSheet = 30;

/** Sheets for all pictures, in order: most often one. */
export function contactSheets(pictures: readonly Picture[]): readonly string[] {
  const paths = [...new Set(pictures.map(({ path }) => path))];
  const sheets = Math.ceil(paths.length / pagesPerSheet);
  return Array.from({ length: sheets }, (_, index) => {
    const chosen = paths.slice(index * pagesPerSheet, (index + 1) * pagesPerSheet);
    return contactSheet(chosen, pictures, paths.length > 4);
  });
}

/** One HTML page, 1800 px wide: a row for each page of the site, `cut` to what is seen first. */
function contactSheet(
  paths: readonly string[],
  pictures: readonly Picture[],
  cut: boolean,
): string {
  const rows = paths.map((path) => {
    const cells = pictures
      .filter((picture) => picture.path === path)
      .map(({ file, width, scheme }) => {
        const name = `${width} px, ${scheme}`;
        return `<figure><a href="${file}"><img src="${file}" alt="${path} at ${name}"></a><figcaption>${name}</figcaption></figure>`;
      });
    return `<h2>${path}</h2><div class="row">${cells.join('')}</div>`;
  });
  const height = cut ? 'height: 460px; object-fit: cover; object-position: top' : '';
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>
  body { margin: 16px; width: 1768px; font: 12px/1.2 sans-serif; background: #888; color: #000 }
  h2 { font-size: 14px; margin: 12px 0 4px }
  .row { display: grid; grid-template-columns: repeat(2, 180fr 270fr 420fr); gap: 8px; align-items: start }
  figure { margin: 0 } img { width: 100%; display: block; ${height} }
</style>
${rows.join('\n')}
</html>
`;
}
