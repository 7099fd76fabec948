import { describe, expect, it } from 'vitest';
import { Random } from '../../src/domain/random.ts';
import { encode } from '../../src/engine/encode/encode.ts';
import { build, classes, mornings } from '../support/classes.ts';
import { randomItc2019 } from '../support/itc2019-xml.ts';

/** A problem with students who choose, in which one who misses an event costs so much and a room at least 1. */
function weighted(student: number): Promise<ReturnType<typeof encode>> {
  const xml = randomItc2019(new Random(3)).replace(
    /<optimization [^>]*>/,
    `<optimization time="1" room="1" distribution="1" student="${student}"/>`,
  );
  return build(xml).then(encode);
}

describe('the unit of temperatures where days are long', () => {
  it('follows what students cost who choose', async () => {
    expect((await weighted(100)).softUnit).toBe(20);
    expect((await weighted(10)).softUnit).toBe(2);
  });

  it('is the smallest weight where they cost little', async () => {
    expect((await weighted(5)).softUnit).toBe(1);
    expect((await weighted(1)).softUnit).toBe(1);
  });

  it('is the smallest weight where nobody chooses', async () => {
    const xml = classes([[1], [2]], mornings, '').replace('student="1"', 'student="100"');
    expect(encode(await build(xml)).softUnit).toBe(1);
  });
});
