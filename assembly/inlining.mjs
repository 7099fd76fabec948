/**
 * Transform of the release build: inlines more than the compiler does by itself. Engines do not inline functions of
 * WebAssembly, and every call keeps values in memory that could be in registers (docs/decisions/0007-screening.md).
 */
const always = 40;
const flexible = 100;
const oneCaller = 20_000;

export default class {
  afterCompile(module) {
    const { binaryen } = this;
    binaryen.setOptimizeLevel(3);
    binaryen.setShrinkLevel(0);
    // what the compiler would inline comes first: only then is a function as small as it gets
    module.optimize();
    binaryen.setAlwaysInlineMaxSize(always);
    binaryen.setFlexibleInlineMaxSize(flexible);
    binaryen.setOneCallerInlineMaxSize(oneCaller);
    binaryen.setAllowInliningFunctionsWithLoops(true);
    module.optimize();
  }
}
