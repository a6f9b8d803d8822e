import type { Box, Head, Layout, Line, Mark, Words } from './marks.ts';

/**
 * Reads what Mermaid drew off the page. It runs inside the drawing browser, which is handed its text:
 * so it uses nothing from outside itself.
 */
export function takeApart(svg: SVGSVGElement): Omit<Layout, 'sayings' | 'title' | 'description'> {
  const role = svg.getAttribute('aria-roledescription') ?? '';
  const type = role.startsWith('sequence')
    ? 'sequence'
    : role.startsWith('state')
      ? 'state'
      : 'flowchart';
  const corner = svg.getBoundingClientRect();
  const ascent = shareOfAscent();
  return { type, marks: type === 'sequence' ? sequenceMarks() : graphMarks() };

  /** How much of a line's height lies above its baseline. */
  function shareOfAscent(): number {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('This browser has no canvas to measure letters with.');
    pen.font = `13px ${getComputedStyle(svg).fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
    return up / (up + down);
  }

  function boxOf(element: Element): Box {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left - corner.left, y: top - corner.top, width, height };
  }

  function wordsOf(element: Element): Words[] {
    const rows = element.querySelectorAll('tspan.row, tspan[x]:not(.row)');
    const lines = rows.length > 0 ? [...rows] : [element];
    return lines
      .map((line) => {
        const box = boxOf(line);
        const text = line.textContent.replace(/\s+/g, ' ').trim();
        return { text, box, baseline: box.y + box.height * ascent };
      })
      .filter(({ text }) => text !== '');
  }

  function allWords(parent: Element, selector = 'text'): Words[] {
    return [...parent.querySelectorAll(selector)].flatMap(wordsOf);
  }

  function sequenceMarks(): Mark[] {
    const all = (selector: string) => [...svg.querySelectorAll(selector)];
    const lanes = all('[data-et="participant"]').map((group): Mark => {
      const shape = group.querySelector('rect.actor-top') ?? group;
      const box = boxOf(shape);
      return { kind: 'lane', box, x: box.x + box.width / 2, words: allWords(group) };
    });
    const runs = all('rect[class^="activation"]').map((rect): Mark => ({
      kind: 'run',
      box: boxOf(rect),
    }));
    const holds = all('rect.rect').map((rect): Mark => ({ kind: 'hold', box: boxOf(rect) }));
    const frames = all('[data-et="control-structure"]').map(frameMark);
    const spoken = all('[data-et="message"], [data-et="note"]')
      .sort((a, b) => order(a) - order(b))
      .map((element) =>
        element.matches('[data-et="note"]') ? noteMark(element) : message(element),
      );
    return [...lanes, ...holds, ...frames, ...runs, ...spoken];
  }

  /** Mermaid numbers what is said in the order of the text. */
  function order(element: Element): number {
    return Number((element.getAttribute('data-id') ?? '').slice(1));
  }

  function noteMark(group: Element): Mark {
    return {
      kind: 'note',
      box: boxOf(group.querySelector('rect') ?? group),
      words: allWords(group),
    };
  }

  function frameMark(group: Element): Mark {
    const lines = [...group.querySelectorAll('line.loopLine')].map(boxOf);
    const left = Math.min(...lines.map(({ x }) => x));
    const top = Math.min(...lines.map(({ y }) => y));
    const right = Math.max(...lines.map(({ x, width }) => x + width));
    const bottom = Math.max(...lines.map(({ y, height }) => y + height));
    const [label] = allWords(group, '.labelText');
    if (!label) throw new Error('Mermaid drew a frame without its label.');
    return {
      kind: 'frame',
      box: { x: left, y: top, width: right - left, height: bottom - top },
      label,
      titles: allWords(group, '.loopText, .sectionTitle'),
      cuts: lines
        .filter(({ width, y }) => width > 1 && y > top + 1 && y < bottom - 1)
        .map(({ y }) => y),
    };
  }

  function message(element: Element): Mark {
    const words: Words[] = [];
    for (
      let before = element.previousElementSibling;
      before?.matches('.messageText');
      before = before.previousElementSibling
    )
      words.unshift(...wordsOf(before));
    return { kind: 'message', line: lineOf(element), words };
  }

  function graphMarks(): Mark[] {
    const all = (selector: string) => [...svg.querySelectorAll(selector)];
    const groups = all('g.cluster, g.note-cluster').flatMap((group): Mark[] => {
      const rect = group.querySelector('rect');
      const words = allWords(group);
      return rect && words.length > 0 ? [{ kind: 'group', box: boxOf(rect), words }] : [];
    });
    const nodes = all('g.node').map((group): Mark => {
      const shapes = [...group.querySelectorAll('rect, polygon, circle, path, ellipse')].filter(
        (shape) => !shape.closest('.label') && boxOf(shape).width > 1,
      );
      const isDot = group.querySelector('circle.state-start, .state-end, .stateEnd') !== null;
      const looks = [...group.classList].filter((name) =>
        ['run', 'ready', 'wait', 'block', 'done', 'quiet', 'ask'].includes(name),
      );
      const end = group.id.includes('_end');
      return {
        kind: 'node',
        box: boxOf(shapes[0] ?? group),
        path: shapes[0] ? outline(shapes[0]) : '',
        looks: isDot || allWords(group).length === 0 ? [end ? 'end' : 'start'] : looks,
        words: allWords(group),
      };
    });
    const labels = new Map(
      all('g.edgeLabel').flatMap((group) => {
        const id = group.querySelector('[data-id]')?.getAttribute('data-id');
        return id ? [[id, allWords(group)] as const] : [];
      }),
    );
    const edges = all('path[data-edge="true"]').map((path): Mark => ({
      kind: 'edge',
      line: lineOf(path),
      words: labels.get(path.getAttribute('data-id') ?? '') ?? [],
    }));
    return [...groups, ...edges, ...nodes];
  }

  /** The outline of a shape as path data. */
  function outline(shape: Element): string {
    const { x, y, width, height } = boxOf(shape);
    if (shape.localName === 'circle' || shape.localName === 'ellipse') {
      const [rx, ry] = [width / 2, height / 2];
      return `M ${x} ${y + ry} A ${rx} ${ry} 0 1 1 ${x + width} ${y + ry} A ${rx} ${ry} 0 1 1 ${x} ${y + ry} Z`;
    }
    if (shape instanceof SVGPolygonElement) {
      const at = shape.getCTM();
      const points = [...shape.points].map((point) => {
        const moved = at ? point.matrixTransform(at) : point;
        return `${moved.x} ${moved.y}`;
      });
      return `M ${points.join(' L ')} Z`;
    }
    const round = shape.localName === 'rect' ? Number(shape.getAttribute('rx') ?? 0) : height / 2;
    const r = Math.min(round, height / 2, width / 2);
    if (r === 0) return `M ${x} ${y} H ${x + width} V ${y + height} H ${x} Z`;
    return (
      `M ${x + r} ${y} H ${x + width - r} A ${r} ${r} 0 0 1 ${x + width} ${y + r} ` +
      `V ${y + height - r} A ${r} ${r} 0 0 1 ${x + width - r} ${y + height} ` +
      `H ${x + r} A ${r} ${r} 0 0 1 ${x} ${y + height - r} V ${y + r} A ${r} ${r} 0 0 1 ${x + r} ${y} Z`
    );
  }

  function lineOf(element: Element): Line {
    if (!(element instanceof SVGGeometryElement)) throw new Error('Mermaid drew no line.');
    const at = element.getCTM();
    const place = (length: number): readonly [number, number] => {
      const point = element.getPointAtLength(length);
      const moved = at ? point.matrixTransform(at) : point;
      return [moved.x, moved.y];
    };
    const whole = element.getTotalLength();
    const [from, to, near] = [place(0), place(whole), place(Math.max(0, whole - 2))];
    const angle = Math.atan2(to[1] - near[1], to[0] - near[0]);
    return {
      path: pathOf(element, at),
      from,
      to,
      angle,
      head: headOf(element),
      dashed:
        element.matches('.messageLine1, .edge-pattern-dotted, .edge-pattern-dashed') ||
        ((getComputedStyle(element).strokeDasharray ?? 'none') !== 'none' &&
          element.matches('.messageLine1')),
    };
  }

  function headOf(element: Element): Head {
    const marker = element.getAttribute('marker-end') ?? '';
    if (/cross/i.test(marker)) return 'cross';
    if (/filled-head/.test(marker)) return 'open';
    return marker === '' ? 'none' : 'arrow';
  }

  /** Path data moved to the page's own coordinates; Mermaid's are absolute, and its groups only translate. */
  function pathOf(element: SVGGeometryElement, at: DOMMatrix | null): string {
    const [dx, dy] = [at?.e ?? 0, at?.f ?? 0];
    const number = (name: string) => Number(element.getAttribute(name));
    if (element.localName === 'line')
      return `M ${number('x1') + dx} ${number('y1') + dy} L ${number('x2') + dx} ${number('y2') + dy}`;
    const data = element.getAttribute('d') ?? '';
    return [...data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)]
      .map(([, command = '', numbers = '']) => {
        const values = numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
        if (!/[MLQCZ]/.test(command) && command !== 'H' && command !== 'V')
          throw new Error(`Mermaid drew a path with the command ${command}.`);
        const moved = values.map((value, i) =>
          command === 'H' ? value + dx : command === 'V' ? value + dy : value + (i % 2 ? dy : dx),
        );
        return [command, ...moved].join(' ');
      })
      .join(' ');
  }
}
