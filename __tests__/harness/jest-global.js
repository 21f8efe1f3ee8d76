// jest gives modules no `jest` global; fake timers, spies and `jest.fn` want one.
globalThis.jest = import.meta.jest
