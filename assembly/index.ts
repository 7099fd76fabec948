export { beginEpoch, beginRun, constructNext, endEpoch, setBudget, stepEpoch, temperatureOf } from './evolve';
export {
  addressOfArrival,
  addressOfBest,
  addressOfCounters,
  addressOfGenes,
  addressOfIndividual,
  addressOfState,
  addressOfTimes,
  applyExchange,
  applyRelocation,
  endOfCounters,
  endOfState,
  hardOf,
  imageAddress,
  loadIndividual,
  movesSoFar,
  openImage,
  peekExchangeHard,
  peekExchangeSoft,
  peekRelocationHard,
  peekRelocationSoft,
  seed,
  softOf,
  tryChain,
  unplacedOf,
} from './host';
export { emigrantAt, welcomeArrival } from './migration';
export { unjustlyDropped } from './screen-audit';
