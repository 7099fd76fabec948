import { describe, expect, it } from 'vitest';
import { writers } from '../src/formats/registry.ts';
import { parseArguments, usage } from '../src/headless-arguments.ts';
import { codesOf, valueIn } from './formats/support/files.ts';

describe('the command line', () => {
  it('is read, with what was not given left open', () => {
    expect(valueIn(parseArguments(['a.ctt', 'b.sol']))).toEqual({
      command: 'solve',
      files: ['a.ctt', 'b.sol'],
      seconds: null,
      generations: null,
      seed: 1,
      islands: null,
      workers: null,
      population: null,
      moves: null,
      out: null,
      passphraseFile: null,
      writerId: 'ctt-solution',
      writeOptions: {},
      variant: 'balanced',
      explain: false,
      feasible: false,
      from: null,
      keep: 0,
      cap: null,
      checkpoint: null,
      resume: null,
    });
    const given =
      '--seed 7 a.ctt --generations 20 --islands 3 --workers 2 --population 9 --moves 5000 --out x --format json';
    expect(valueIn(parseArguments(given.split(' ')))).toMatchObject({
      files: ['a.ctt'],
      generations: 20,
      seed: 7,
      islands: 3,
      workers: 2,
      population: 9,
      moves: 5000,
      out: 'x',
      writerId: 'horarium',
    });
    expect(valueIn(parseArguments(['a.ctt', '--seconds', '2.5'])).seconds).toBe(2.5);
    expect(valueIn(parseArguments(['--explain', 'a.ctt']))).toMatchObject({ files: ['a.ctt'], explain: true });
    expect(valueIn(parseArguments(['--feasible', 'a.ctt']))).toMatchObject({ files: ['a.ctt'], feasible: true });
    const started = parseArguments('a.ctt --from b.sol --keep 4 --cap 0'.split(' '));
    expect(valueIn(started)).toMatchObject({ files: ['a.ctt'], from: 'b.sol', keep: 4, cap: 0 });
    expect(valueIn(parseArguments(['a.ctt', '--from', 'b.sol', '--cap', '9']))).toMatchObject({ keep: 5, cap: 9 });
  });

  it('knows every form that can be written, and what it can be asked for', () => {
    for (const { id } of writers) {
      expect(valueIn(parseArguments(['a.ctt', '--format', id])).writerId).toBe(id);
      expect(usage).toContain(id);
    }
    expect(valueIn(parseArguments(['a.ctt', '--format', 'itc2019'])).writerId).toBe('itc2019-solution');
    const given = ['a.ctt', '--format', 'calendar', '--for', 'room:Hall: east', '--time-zone', 'Asia/Tokyo'];
    expect(valueIn(parseArguments(given)).writeOptions).toEqual({
      participant: { kind: 'room', id: 'Hall: east' },
      timeZone: 'Asia/Tokyo',
    });
  });

  it.each([
    ['', 'arguments.files'],
    ['a.ctt --what 3', 'arguments.unknown'],
    ['a.ctt --what', 'arguments.unknown'],
    ['a.ctt --seed', 'arguments.value'],
    ['a.ctt --seed one', 'arguments.range'],
    ['a.ctt --seed -1', 'arguments.range'],
    ['a.ctt --seed 1.5', 'arguments.range'],
    ['a.ctt --seconds 0', 'arguments.range'],
    ['a.ctt --generations 9', 'arguments.range'],
    ['a.ctt --workers 65', 'arguments.range'],
    ['a.ctt --moves 10', 'arguments.range'],
    ['a.ctt --from b --cap 1.5', 'arguments.range'],
    ['a.ctt --keep 3', 'arguments.from'],
    ['a.ctt --format pdf', 'arguments.format'],
    ['a.ctt --for teacher:1', 'arguments.for'],
    ['a.ctt --for group:', 'arguments.for'],
    ['a.ctt --variant cheap', 'arguments.variant'],
    ['a.ctt --seconds 5 --generations 20', 'arguments.budget'],
    ['a.ctt --constructor 5', 'arguments.unknown'],
    ['a.ctt --resume run', 'arguments.resume'],
    ['--resume run --seed 3', 'arguments.resume'],
    ['--resume run --feasible', 'arguments.resume'],
  ])('is refused: "%s"', (line, code) => {
    const parsed = parseArguments(line.split(' ').filter((word) => word !== ''));
    expect(parsed.ok).toBe(false);
    expect(codesOf(parsed)).toEqual([code]);
  });

  it('goes on with a run where nothing is said of what that is about', () => {
    const given = '--resume run --workers 2 --explain --out x --format json --checkpoint run'.split(' ');
    expect(valueIn(parseArguments(given))).toMatchObject({ files: [], resume: 'run', checkpoint: 'run', workers: 2 });
  });

  it('has every flaw named at once', () => {
    expect(codesOf(parseArguments(['--seed', 'x', '--what', '1']))).toEqual([
      'arguments.range',
      'arguments.unknown',
      'arguments.files',
    ]);
  });
});
