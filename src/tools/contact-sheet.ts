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

/** One HTML page, 1800 px wide, with a row for each page of the site and its pictures in columns. */
export function contactSheet(pictures: readonly Picture[]): string {
  const paths = [...new Set(pictures.map(({ path }) => path))];
  const rows = paths.map((path) => {
    const cells = pictures
      .filter((picture) => picture.path === path)
      .map(({ file, width, scheme }) => {
        const name = `${width} px, ${scheme}`;
        return `<figure class="w${width}"><a href="${file}"><img src="${file}" alt="${path} at ${name}"></a><figcaption>${name}</figcaption></figure>`;
      });
    return `<h2>${path}</h2><div class="row">${cells.join('')}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>
  body { margin: 16px; width: 1768px; font: 14px/1.4 sans-serif; background: #888; color: #000 }
  h2 { font-size: 16px; margin: 16px 0 4px }
  .row { display: grid; grid-template-columns: 180fr 270fr 420fr 180fr 270fr 420fr; gap: 8px; align-items: start }
  figure { margin: 0 } img { width: 100%; display: block }
</style>
${rows.join('\n')}
</html>
`;
}
