import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";

const TEXT = 20;
const [LEFT, RIGHT] = [60, 860];

function page(): InkMask {
  return { widthPx: 920, heightPx: 900, data: new Uint8Array(920 * 900) };
}

function fill(ink: InkMask, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y++) ink.data.fill(1, y * ink.widthPx + x0, y * ink.widthPx + x1);
}

const rule = (ink: InkMask, y: number, from = LEFT, to = RIGHT): void => fill(ink, from, y, to, y + 2);

/** So many characters: each two uprights and three strokes. */
function write(ink: InkMask, x: number, y: number, count: number): void {
  for (let at = x; at < x + count * 22; at += 22) {
    for (const dx of [1, 17]) fill(ink, at + dx, y, at + dx + 2, y + TEXT);
    for (const dy of [0, 9, 18]) fill(ink, at + 3, y + dy, at + 17, y + dy + 2);
  }
}

const placesOf = (ink: InkMask): string[][] =>
  findGrids(ink, TEXT).grids.map(({ cells }) =>
    cells.map(({ row, column, rowSpan, columnSpan }) => `${row},${column}+${rowSpan}x${columnSpan}`),
  );

const full = (rows: number, columns: number): string[] =>
  Array.from({ length: rows * columns }, (_, at) => `${Math.floor(at / columns)},${at % columns}+1x1`);

describe("tables with rules between rows only", () => {
  test("columns are parted by white", () => {
    const ink = page();
    for (const [row, y] of [100, 150, 200, 250].entries()) {
      rule(ink, y);
      if (row === 3) break;
      write(ink, 70, y + 16, 3);
      write(ink, 300, y + 16, 8 - row);
      write(ink, 700, y + 16, 2);
    }
    expect(placesOf(ink)).toEqual([full(3, 3)]);
  });

  test.each([
    ["at the left", 70, 4],
    ["in the middle", 420, 9],
  ])(
    "a section's name stands over all columns, its number parted from it by a mark (%s)",
    (_, left, count) => {
      const ink = page();
      for (let y = 100; y <= 350; y += 50) rule(ink, y);
      for (const [row, y] of [116, 166, 266, 316].entries()) {
        write(ink, 70, y, row === 0 ? 2 : 1);
        write(ink, 170, y, row === 0 ? 2 : 3 + row);
        write(ink, 450, y, 2);
        write(ink, 640, y, 4);
      }
      write(ink, left, 216, 1);
      write(ink, left + 44, 216, count);
      const over = [...full(2, 4), "2,0+1x4", ...full(5, 4).slice(12)];
      expect(placesOf(ink)).toEqual([over]);
    },
  );

  test("prose with commas between a line above and the head of three rules is no row", () => {
    const ink = page();
    for (const y of [60, 240, 290, 450]) rule(ink, y);
    // Two commas leave white where a column could end; the last line is short.
    for (const [x, y, count] of [
      [62, 100, 16],
      [432, 100, 12],
      [712, 100, 6],
      [62, 150, 9],
    ])
      write(ink, x, y, count);
    for (const [row, y] of [256, 306, 356, 406].entries()) {
      write(ink, 70, y, 3);
      write(ink, 300, y, 7 - row);
      write(ink, 560, y, 3);
      write(ink, 790, y, 2);
    }
    expect(placesOf(ink)).toEqual([full(4, 4)]);
  });

  test("one row overleaf is a table where wide white parts it; words set apart are not", () => {
    const [row, words] = [page(), page()];
    for (const ink of [row, words]) for (const y of [100, 150]) rule(ink, y);
    for (const [x, count] of [
      [70, 1],
      [200, 6],
      [420, 8],
      [700, 3],
    ])
      write(row, x, 116, count);
    for (const x of [70, 320]) write(words, x, 116, 7);
    expect(placesOf(row)).toEqual([full(1, 4)]);
    expect(placesOf(words)).toEqual([]);
  });

  test("one row overleaf may have cells of more lines than others", () => {
    const ink = page();
    for (const y of [100, 230]) rule(ink, y);
    for (const [x, count] of [
      [70, 2],
      [200, 5],
      [420, 3],
    ])
      write(ink, x, 156, count);
    for (const y of [110, 133, 156, 179, 202]) write(ink, 600, y, 4);
    expect(placesOf(ink)).toEqual([full(1, 4)]);
  });

  test("columns whose text begins at one line have their edges at one place, however far it reaches", () => {
    const [long, short] = [page(), page()];
    for (const [ink, count] of [
      [long, 9],
      [short, 3],
    ] as const) {
      for (const y of [100, 150, 200, 250]) rule(ink, y);
      for (const y of [116, 166, 216]) for (const x of [70, 300, 550]) write(ink, x, y, count);
    }
    const [edges, others] = [long, short].map((ink) => findGrids(ink, TEXT).grids[0].columnEdgesPx);
    for (const [at, edge] of edges.entries()) expect(Math.abs(edge - others[at])).toBeLessThanOrEqual(2);
  });

  test("a column with a name but nothing below it is one", () => {
    const ink = page();
    for (const y of [100, 150, 250]) rule(ink, y);
    for (const x of [70, 260, 480, 700]) write(ink, x, 116, 2);
    for (const x of [70, 260, 700]) for (const y of [170, 205]) write(ink, x, y, 3);
    expect(placesOf(ink)[0].filter((place) => place.startsWith("0,"))).toHaveLength(4);
  });

  test("a name wider than all that stands below it is of its column alone", () => {
    const ink = page();
    for (const [row, y] of [100, 150, 200, 250, 300, 350].entries()) {
      rule(ink, y);
      if (row === 5) break;
      for (const x of row === 0 ? [70, 97] : [70]) write(ink, x, y + 16, 1);
      write(ink, 300, y + 16, 8 - row);
      write(ink, 700, y + 16, 2);
    }
    expect(placesOf(ink)).toEqual([full(5, 3)]);
  });

  test("names of one letter below another, of which one stands above an empty column, are each a column's", () => {
    const ink = page();
    for (const y of [100, 160, 310]) rule(ink, y);
    for (const x of [70, 700]) for (const y of [107, 133]) write(ink, x, y, 1);
    write(ink, 200, 120, 2);
    write(ink, 560, 120, 3);
    for (const y of [180, 220, 260]) {
      write(ink, 70, y, 1);
      write(ink, 170, y, 5);
      write(ink, 560, y, 3);
    }
    expect(placesOf(ink)[0].filter((place) => place.startsWith("0,"))).toHaveLength(4);
  });

  test.each([15, 20])(
    "the white behind a comma in each of two rows is no column's edge (%i wide)",
    (wide) => {
      const ink = page();
      for (const y of [100, 150, 200, 250]) rule(ink, y);
      for (const x of [70, 200, 700]) write(ink, x, 116, 2);
      for (const y of [166, 216]) {
        write(ink, 70, y, 1);
        write(ink, 200, y, 9);
        write(ink, 396 + wide, y, 9);
        write(ink, 700, y, 4);
      }
      expect(placesOf(ink)).toEqual([full(3, 3)]);
    },
  );

  test("a head set wide and rows set close are one table", () => {
    const ink = page();
    for (const y of [100, 150, 300, 350]) rule(ink, y);
    for (const x of [70, 190, 330, 470, 610, 740]) write(ink, x, 116, 2);
    for (const y of [166, 211, 256, 316]) {
      write(ink, 70, y, 4);
      for (const x of [183, 319, 455, 591]) write(ink, x, y, 5);
      write(ink, 727, y, 5);
    }
    expect(placesOf(ink).map((places) => places[places.length - 1])).toEqual(["2,5+1x1"]);
  });

  test("the white behind commas parts no table, wherever they stand in its rows", () => {
    const ink = page();
    for (const y of [100, 150, 200, 250, 300]) rule(ink, y);
    for (const y of [116, 166, 216, 266]) {
      write(ink, 70, y, 2);
      write(ink, 760, y, 3);
    }
    write(ink, 380, 116, 3);
    write(ink, 170, 166, 25);
    for (const y of [216, 266])
      for (const [x, count] of [
        [170, 5],
        [300, 6],
        [452, 5],
        [582, 5],
      ])
        write(ink, x, y, count);
    expect(placesOf(ink)).toEqual([full(4, 3)]);
  });

  test("the letters of a name set apart name one column", () => {
    const ink = page();
    for (const y of [100, 150, 200, 250]) rule(ink, y);
    for (const x of [70, 300]) write(ink, x, 116, 3);
    write(ink, 680, 116, 1);
    write(ink, 750, 116, 1);
    for (const y of [166, 216]) {
      for (const x of [70, 300]) write(ink, x, y, 4);
      write(ink, 680, y, 1);
    }
    expect(placesOf(ink)).toEqual([full(3, 3)]);
  });

  test("of three rules: below the header every line is a row", () => {
    const ink = page();
    for (const y of [100, 150, 310]) rule(ink, y);
    for (const [line, y] of [116, 170, 205, 240, 275].entries()) {
      write(ink, 70, y, 2 + (line % 3));
      write(ink, 300, y, 5 + (line % 2));
      write(ink, 700, y, 2);
    }
    expect(placesOf(ink)).toEqual([full(5, 3)]);
  });

  test("rows that are counted are rows, though each fills its cells", () => {
    const ink = page();
    for (const y of [60, 110, 240]) rule(ink, y);
    for (const y of [76, 126, 166, 206]) {
      write(ink, 70, y, 1);
      write(ink, 140, y, 8);
      write(ink, 420, y, 5);
      write(ink, 720, y, 6);
    }
    expect(placesOf(ink)).toEqual([full(4, 4)]);
  });

  test("a header of two levels, with a rule below the groups' names alone", () => {
    const ink = page();
    for (const y of [60, 150, 330]) rule(ink, y);
    rule(ink, 104, 290, RIGHT);
    write(ink, 70, 95, 4);
    write(ink, 380, 76, 3);
    write(ink, 670, 76, 3);
    for (const x of [310, 470, 600, 760]) write(ink, x, 118, 2);
    for (const [row, y] of [166, 216, 266].entries()) {
      write(ink, 70, y, 6 - row);
      for (const x of [310, 470, 600, 760]) write(ink, x, y, 3);
    }
    const [places] = placesOf(ink);
    expect(places).toContain("0,1+1x2");
    expect(places).toContain("0,3+1x2");
    expect(places.filter((place) => /^[234],\d\+1x1$/.test(place))).toHaveLength(15);
  });

  test("a rule beside a merged cell leaves that whole", () => {
    const ink = page();
    for (const y of [100, 150, 250]) rule(ink, y);
    rule(ink, 200, 260);
    write(ink, 70, 116, 3);
    write(ink, 70, 190, 4);
    for (const y of [116, 166, 216]) {
      write(ink, 300, y, 8);
      write(ink, 700, y, 4);
    }
    expect(placesOf(ink)).toEqual([
      ["0,0+1x1", "0,1+1x1", "0,2+1x1", "1,0+2x1", "1,1+1x1", "1,2+1x1", "2,1+1x1", "2,2+1x1"],
    ]);
  });
});

describe("no table", () => {
  test("prose between long rules", () => {
    const ink = page();
    for (const y of [60, 400, 840]) rule(ink, y);
    for (let y = 90; y < 380; y += 34) write(ink, 64 + (y % 4) * 11, y, 33);
    for (let y = 430; y < 820; y += 34) write(ink, 64, y, 36 - (y % 5));
    expect(placesOf(ink)).toEqual([]);
  });

  test("words in columns without rules enough", () => {
    const ink = page();
    for (const y of [100, 250]) rule(ink, y);
    for (const y of [120, 160, 200]) {
      write(ink, 70, y, 5);
      write(ink, 500, y, 5);
    }
    expect(placesOf(ink)).toEqual([]);
  });

  test("blanks to fill in", () => {
    const ink = page();
    for (let y = 100; y < 500; y += 60) {
      write(ink, 70, y, 4);
      rule(ink, y + 22, 200, 420);
      write(ink, 470, y, 4);
      rule(ink, y + 22, 600, 860);
    }
    expect(placesOf(ink)).toEqual([]);
  });
});

test("a row alone between upright rules is a row of cells", () => {
  const ink = page();
  for (const x of [60, 200, 460, 860]) fill(ink, x, 100, x + 2, 190);
  write(ink, 70, 110, 5);
  write(ink, 210, 110, 9);
  write(ink, 210, 145, 6);
  write(ink, 470, 130, 4);
  expect(placesOf(ink)).toEqual([full(1, 3)]);
});

describe("what stands between a table and another rule of its width", () => {
  test("a title and the unit below it, under the rule of the page's head, are no row", () => {
    const ink = page();
    rule(ink, 40);
    write(ink, 330, 60, 10);
    write(ink, 720, 100, 6);
    for (const y of [140, 190, 240, 290]) rule(ink, y);
    for (const y of [156, 206, 256]) {
      write(ink, 70, y, 2);
      write(ink, 300, y, 5);
      write(ink, 600, y, 4);
    }
    const { grids } = findGrids(ink, TEXT);
    expect(grids.map(({ box }) => [box[1], box[3]])).toEqual([[140, 292]]);
    expect(placesOf(ink)).toEqual([full(3, 3)]);
  });

  test("prose in two columns below a table of three is none of its rows", () => {
    const ink = page();
    for (const y of [40, 90, 140, 190]) rule(ink, y);
    for (const y of [56, 106, 156]) {
      write(ink, 70, y, 3);
      write(ink, 330, y, 5);
      write(ink, 760, y, 3);
    }
    for (let y = 210; y < 600; y += 30) {
      // Strokes of lines that begin alike would stand one below the other, as a rule's do.
      const shift = (7 * y) % 17;
      write(ink, 65 + shift, y, 16);
      write(ink, 480 + shift, y, 16);
    }
    for (const y of [620, 670, 720]) rule(ink, y);
    for (const y of [636, 686]) {
      write(ink, 70, y, 2);
      write(ink, 300, y, 4);
      write(ink, 560, y, 3);
      write(ink, 760, y, 3);
    }
    expect(placesOf(ink)).toEqual([full(3, 3), full(2, 4)]);
  });
});
