import * as abi from '../abi/abi';
import { beginEjection, isEjecting, stepEjection } from '../ejection/chain';
import { ejectionWord, FAILURES, forgetConflicts, LEFT, setEjectionWord, UNDER_WAY } from '../ejection/state';
import { eventCount, headerWord, longDays } from '../image/problem';
import { nextRandom } from '../random';
import {
  individualAt,
  STARTS_AT_HOME,
  STARTS_WITH_OPTIONS,
  STATE_ACCEPT_LIMIT,
  STATE_ACCEPTED,
  STATE_CHAIN_EVERY,
  STATE_CONSTRUCTED,
  STATE_COOLING,
  STATE_CROSSOVER_RATE,
  STATE_EPOCH_END_LEVEL,
  STATE_EPOCH_START_LEVEL,
  STATE_FIRST_TEMPERATURE,
  STATE_HARD,
  STATE_HARD_WEIGHT,
  STATE_INDIVIDUAL,
  STATE_LEVEL,
  STATE_LEVEL_MOVES_LEFT,
  STATE_LEVELS,
  STATE_LOADED,
  STATE_MOVES,
  STATE_MUTATION_RATE,
  STATE_POPULATION,
  STATE_START,
  STATE_TEMPERATURE,
  STATE_UNPLACED,
  setStateWord,
  stateAt,
  stateWord,
} from '../state';
import { constructIndividual } from './construct-home';
import { isCapped, setCap } from './home';
import { anneal, fillLogarithms, setTemperature } from './local-search';
import {
  copyIndividual,
  forgetBest,
  individualWord,
  keepIfBest,
  loadWorking,
  movesLeft,
  setMovesLeft,
  storeWorking,
} from './population';
import { replaceWorst } from './selection';

/**
 * Synchronised cooling with selection: the individuals of an island are annealed walkers on one temperature ladder; a
 * generation is a stretch of it (an epoch). Everything that says where the run stands lies in the mutable region, so an
 * epoch can be worked off in slices of any size with the same result.
 */

/** Share of accepted moves after which a level ends early; the moves saved go to the colder levels. */
const ACCEPTED_SHARE: i32 = 20;
/** Below this temperature (in units of the smallest weight) selection begins and remaining clashes grow dearer. */
const SELECTION_TEMPERATURE: f64 = 1.5;
const PRESSURE_TEMPERATURE: f64 = 2.0;
/**
 * Where days are long, clashes are cheap at first and hard rules bind many events to each other: what is settled late
 * costs more there, so that they grow dearer while there is still choice.
 */
const LONG_DAYS_PRESSURE_TEMPERATURE: f64 = 8.0;
/**
 * Where construction leaves more than one hard unit for so many events, clashes have to be cooled slowly as well: they
 * start no dearer than the first temperature.
 */
const TIGHT_SHARE: i32 = 10;
const TIGHT_HARD_WEIGHT: i32 = 30;
/** Largest slice of a level handed to the annealing loop at once. */
const LARGEST_SLICE: i64 = 1_000_000_000;
/** Shares of an individual's moves that the repair of its construction may use: the first, and after a failure. */
const CONSTRUCTION_SHARE: i64 = 8;
const LATER_CONSTRUCTION_SHARE: i64 = 64;
/** And candidates for each event that the first may look at anyway: a busy machine was perhaps measured far too slow. */
const CANDIDATES_OF_EVENT: i64 = 128;
/** Share that it may use in the cold, at the begin of each epoch. */
const REPAIR_SHARE: i64 = 100;
/** A candidate of a repair takes about as long as so many moves of the annealing. */
const MOVES_OF_CANDIDATE: i64 = 4;
/** Candidates in one slice of a construction. */
const REPAIR_SLICE: i32 = 20_000;

/** Prepares a run. Rates are parts per million, temperatures in units of soft cost. */
export function beginRun(
  population: i32,
  levels: i32,
  movesPerIndividual: f64,
  firstTemperature: f64,
  lastTemperature: f64,
  chainEvery: i32,
  crossoverRate: i32,
  mutationRate: i32,
): void {
  setStateWord(STATE_POPULATION, population);
  setStateWord(STATE_LEVELS, levels);
  setStateWord(STATE_CHAIN_EVERY, chainEvery);
  setStateWord(STATE_CROSSOVER_RATE, crossoverRate);
  setStateWord(STATE_MUTATION_RATE, mutationRate);
  setStateWord(STATE_CONSTRUCTED, 0);
  setStateWord(STATE_LOADED, 0);
  setStateWord(STATE_EPOCH_END_LEVEL, 0);
  setStateWord(STATE_START, 0);
  setCap(-1);
  store<f64>(stateAt + STATE_FIRST_TEMPERATURE, firstTemperature);
  store<f64>(stateAt + STATE_COOLING, Math.exp(Math.log(lastTemperature / firstTemperature) / <f64>(levels - 1)));
  fillLogarithms();
  store<i64>(stateAt + STATE_MOVES, 0);
  for (let k = 0; k < population; k++) {
    const at = individualAt(k);
    setMovesLeft(at, <i64>movesPerIndividual);
    store<i32>(at + <usize>abi.INDIVIDUAL_HARD_WEIGHT, headerWord(abi.HEADER_HARD_WEIGHT));
  }
  forgetBest();
  setEjectionWord(UNDER_WAY, 0);
  setEjectionWord(FAILURES, 0);
  forgetConflicts();
}

/**
 * Individuals begin with the timetable that the host has written to the home region (home.ts), with its options of
 * students if told; at most `cap` events may leave it, -1 for no limit. A repair would send away whom it likes, so there
 * is none with a limit.
 */
export function beginAtHome(cap: i32, withOptions: bool): void {
  setStateWord(STATE_START, withOptions ? STARTS_WITH_OPTIONS : STARTS_AT_HOME);
  setCap(cap);
}

/** Gives every individual so many moves for the rest of the ladder. */
export function setBudget(movesPerIndividual: f64): void {
  for (let k = 0; k < stateWord(STATE_POPULATION); k++) setMovesLeft(individualAt(k), <i64>movesPerIndividual);
}

/** Works on the next individual of the first generation, for a slice of a repair at most; false when all are there. */
export function constructNext(): bool {
  const individual = stateWord(STATE_CONSTRUCTED);
  if (individual >= stateWord(STATE_POPULATION)) return false;
  const at = individualAt(individual);
  if (isEjecting()) continueConstruction(at);
  else {
    constructIndividual();
    keepIfBest();
    storeWorking(at);
    if (breaksNothing() || isCapped()) setStateWord(STATE_CONSTRUCTED, individual + 1);
    else beginEjection(constructionBudget(at));
  }
  return true;
}

/** Ends the repair under way: its individual of the first generation stays as construction left it. */
export function leaveUnrepaired(): void {
  if (!isEjecting()) return;
  setEjectionWord(UNDER_WAY, 0);
  setStateWord(STATE_CONSTRUCTED, stateWord(STATE_CONSTRUCTED) + 1);
}

/** Fills the first generation with copies of what is there: for runs that have found what they look for. */
export function constructCopies(): void {
  const constructed = stateWord(STATE_CONSTRUCTED);
  if (constructed == 0 || isEjecting()) return;
  for (let k = constructed; k < stateWord(STATE_POPULATION); k++)
    copyIndividual(individualAt(k), individualAt(k % constructed));
  setStateWord(STATE_CONSTRUCTED, stateWord(STATE_POPULATION));
}

function breaksNothing(): bool {
  return stateWord(STATE_HARD) == 0 && stateWord(STATE_UNPLACED) == 0;
}

/** Where repairs have failed, perhaps because there is no way, the next ones may try less long. */
function constructionBudget(at: usize): i32 {
  if (ejectionWord(FAILURES) != 0) return repairBudget(at, LATER_CONSTRUCTION_SHARE);
  const least = min<i64>(LARGEST_SLICE, <i64>eventCount * CANDIDATES_OF_EVENT);
  return max<i32>(repairBudget(at, CONSTRUCTION_SHARE), <i32>least);
}

/** A slice of the repair of the individual at `at`; what comes of it takes its place if it breaks less. */
function continueConstruction(at: usize): void {
  const used = stepEjection(REPAIR_SLICE);
  spendOnRepair(at, used);
  if (isEjecting()) return;
  const hardBefore = individualWord(at, abi.INDIVIDUAL_HARD);
  if (isBetterThan(at)) storeWorking(at);
  const isBroken = !breaksNothing();
  // many clashes, of which some are left, have to be cooled slowly
  const usual = headerWord(abi.HEADER_HARD_WEIGHT);
  const isTight = isBroken && hardBefore * TIGHT_SHARE > eventCount;
  if (!isBroken || isTight) {
    store<i32>(at + <usize>abi.INDIVIDUAL_HARD_WEIGHT, isTight ? min<i32>(usual, TIGHT_HARD_WEIGHT) : usual);
  }
  if (isBroken && ejectionWord(LEFT) > 0) {
    // stuck: another beginning may lead further
    constructIndividual();
    beginEjection(ejectionWord(LEFT));
    return;
  }
  if (isBroken) setEjectionWord(FAILURES, ejectionWord(FAILURES) + 1);
  setStateWord(STATE_CONSTRUCTED, stateWord(STATE_CONSTRUCTED) + 1);
}

function spendOnRepair(at: usize, candidates: i32): void {
  const moves = <i64>candidates * MOVES_OF_CANDIDATE;
  setMovesLeft(at, max<i64>(1, movesLeft(at) - moves));
  store<i64>(stateAt + STATE_MOVES, load<i64>(stateAt + STATE_MOVES) + moves);
}

/** Candidates that a repair of the individual at `at` may look at for such a share of its moves. */
function repairBudget(at: usize, share: i64): i32 {
  return <i32>min<i64>(LARGEST_SLICE, movesLeft(at) / (share * MOVES_OF_CANDIDATE));
}

/** True when the working solution breaks less than the individual at `at`. */
function isBetterThan(at: usize): bool {
  const unplaced = individualWord(at, abi.INDIVIDUAL_UNPLACED) - stateWord(STATE_UNPLACED);
  return unplaced > 0 || (unplaced == 0 && individualWord(at, abi.INDIVIDUAL_HARD) > stateWord(STATE_HARD));
}

/** Starts an epoch that ends before level `endLevel` of the ladder. */
export function beginEpoch(endLevel: i32): void {
  setStateWord(STATE_EPOCH_START_LEVEL, stateWord(STATE_EPOCH_END_LEVEL));
  setStateWord(STATE_EPOCH_END_LEVEL, endLevel);
  setStateWord(STATE_INDIVIDUAL, -1);
  setStateWord(STATE_LOADED, 0);
}

/** Works on the epoch for at most `budget` evaluated moves; true while there is more to do. */
export function stepEpoch(budget: i32): bool {
  if (eventCount == 0) return false;
  let left = budget;
  while (left > 0) {
    if (stateWord(STATE_LOADED) == 0 && !nextIndividual()) return false;
    if (isEjecting()) {
      left -= max<i32>(1, continueRepair(left));
      continue;
    }
    const slice = min<i32>(left, stateWord(STATE_LEVEL_MOVES_LEFT));
    const used = anneal(slice, stateWord(STATE_ACCEPT_LIMIT));
    left -= used > 0 ? used : 1;
    spend(used);
    const levelDone =
      stateWord(STATE_LEVEL_MOVES_LEFT) <= 0 || stateWord(STATE_ACCEPTED) >= stateWord(STATE_ACCEPT_LIMIT);
    if (levelDone) nextLevel();
  }
  return true;
}

function spend(used: i32): void {
  const at = individualAt(stateWord(STATE_INDIVIDUAL));
  setMovesLeft(at, movesLeft(at) - used);
  setStateWord(STATE_LEVEL_MOVES_LEFT, stateWord(STATE_LEVEL_MOVES_LEFT) - used);
  store<i64>(stateAt + STATE_MOVES, load<i64>(stateAt + STATE_MOVES) + used);
}

/** Loads the next individual that is to be annealed in this epoch; false when the epoch is over. */
function nextIndividual(): bool {
  let individual = stateWord(STATE_INDIVIDUAL) + 1;
  while (individual < stateWord(STATE_POPULATION) && !isMutated()) individual++;
  setStateWord(STATE_INDIVIDUAL, individual);
  if (individual >= stateWord(STATE_POPULATION)) return false;
  const at = individualAt(individual);
  loadWorking(at);
  setStateWord(STATE_HARD_WEIGHT, load<i32>(at + <usize>abi.INDIVIDUAL_HARD_WEIGHT));
  setStateWord(STATE_LOADED, 1);
  setStateWord(STATE_LEVEL, stateWord(STATE_EPOCH_START_LEVEL));
  if (!breaksNothing() && !isCapped() && temperatureOf(stateWord(STATE_LEVEL)) <= PRESSURE_TEMPERATURE * softUnit()) {
    beginEjection(repairBudget(at, REPAIR_SHARE));
  } else beginLevel();
  return true;
}

/** A slice of the repair of the individual under way; annealing goes on with what comes of it, if it breaks less. */
function continueRepair(budget: i32): i32 {
  const at = individualAt(stateWord(STATE_INDIVIDUAL));
  const used = stepEjection(budget);
  spendOnRepair(at, used);
  if (isEjecting()) return used;
  if (!isBetterThan(at)) loadWorking(at);
  beginLevel();
  return used;
}

function isMutated(): bool {
  const rate = stateWord(STATE_MUTATION_RATE);
  return rate >= 1_000_000 || <i32>((nextRandom() >> 44) % 1_000_000) < rate;
}

function beginLevel(): void {
  const level = stateWord(STATE_LEVEL);
  const levelsLeft = stateWord(STATE_LEVELS) - level;
  const at = individualAt(stateWord(STATE_INDIVIDUAL));
  const moves = max<i64>(1, min<i64>(LARGEST_SLICE, movesLeft(at) / <i64>levelsLeft));
  setStateWord(STATE_LEVEL_MOVES_LEFT, <i32>moves);
  setStateWord(STATE_ACCEPTED, 0);
  setStateWord(STATE_ACCEPT_LIMIT, max<i32>(1, <i32>moves / ACCEPTED_SHARE));
  const temperature = temperatureOf(level);
  store<f64>(stateAt + STATE_TEMPERATURE, temperature);
  setTemperature(temperature);
}

export function temperatureOf(level: i32): f64 {
  let temperature = load<f64>(stateAt + STATE_FIRST_TEMPERATURE);
  const cooling = load<f64>(stateAt + STATE_COOLING);
  for (let k = 0; k < level; k++) temperature *= cooling;
  return temperature;
}

function nextLevel(): void {
  raiseHardWeight();
  const level = stateWord(STATE_LEVEL) + 1;
  setStateWord(STATE_LEVEL, level);
  if (level < stateWord(STATE_EPOCH_END_LEVEL)) {
    beginLevel();
    return;
  }
  const at = individualAt(stateWord(STATE_INDIVIDUAL));
  storeWorking(at);
  store<i32>(at + <usize>abi.INDIVIDUAL_HARD_WEIGHT, stateWord(STATE_HARD_WEIGHT));
  setStateWord(STATE_LOADED, 0);
}

/** Clashes that survive into the cold grow dearer level by level. */
function raiseHardWeight(): void {
  if (stateWord(STATE_HARD) == 0) return;
  const pressure = longDays ? LONG_DAYS_PRESSURE_TEMPERATURE : PRESSURE_TEMPERATURE;
  if (load<f64>(stateAt + STATE_TEMPERATURE) > pressure * softUnit()) return;
  const weight = stateWord(STATE_HARD_WEIGHT);
  setStateWord(
    STATE_HARD_WEIGHT,
    min<i32>(headerWord(abi.HEADER_LARGEST_HARD_WEIGHT), weight + max<i32>(1, weight / 7)),
  );
}

function softUnit(): f64 {
  return <f64>headerWord(abi.HEADER_SOFT_UNIT);
}

/** Ends an epoch once all individuals are through it, with selection or without. */
export function endEpoch(withSelection: bool): void {
  if (!withSelection) return;
  const level = stateWord(STATE_EPOCH_END_LEVEL);
  if (temperatureOf(level - 1) <= SELECTION_TEMPERATURE * softUnit()) replaceWorst();
}
