// Runs once in a new engine, before any code under test, and is then part of every fresh copy of that engine.
//
// What protects a verdict: expected values never enter the sandbox, so the code under test can only influence a report by
// producing the value itself. What protects the report: everything used here was captured before the code under test ran,
// and no prototype is consulted while reporting. TOKEN is replaced for each engine by a secret of the host's.
(() => {
  'use strict';
  const invoke = globalThis.java_invoke;
  const indirectEval = globalThis.eval;
  const MakeFunction = Function;
  const apply = Reflect.apply;
  const defineProperty = Object.defineProperty;
  const freeze = Object.freeze;
  const keys = Object.keys;
  const prototypeOf = Object.getPrototypeOf;
  const isArray = Array.isArray;
  const quote = JSON.stringify;
  const parse = JSON.parse;
  const tagOf = Object.prototype.toString;
  const ownToken = 'TOKEN';
  const MAX_TEXT = 10000;
  const MAX_NODES = 2000;
  const MAX_DEPTH = 32;
  const errorKinds = freeze([
    { kind: 'TypeError', prototype: TypeError.prototype },
    { kind: 'RangeError', prototype: RangeError.prototype },
    { kind: 'SyntaxError', prototype: SyntaxError.prototype },
    { kind: 'ReferenceError', prototype: ReferenceError.prototype },
    { kind: 'InternalError', prototype: InternalError.prototype },
    { kind: 'Error', prototype: Error.prototype },
  ]);
  const tooLarge = freeze({});
  let target;
  let steps = [];
  let nodes = 0;

  for (const name of ['java_invoke', 'Javy', 'plugin', 'SharedArrayBuffer']) {
    delete globalThis[name];
  }
  const silent = () => undefined;
  const console = {};
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'assert', 'group', 'groupEnd', 'time', 'timeEnd']) {
    console[name] = silent;
  }
  globalThis.console = console;
  // A stack would tell one implementation from another by its line numbers, and its call sites lead to functions.
  Error.prepareStackTrace = undefined;
  Error.stackTraceLimit = 0;
  defineProperty(Error, 'stackTraceLimit', { value: 0, writable: false, configurable: false });
  defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });

  const special = (what) => '{"$":' + quote(what) + '}';

  const encodeArray = (value, depth) => {
    let out = '';
    const length = value.length;
    for (let i = 0; i < length; i++) {
      out += (i === 0 ? '' : ',') + encode(value[i], depth + 1);
    }
    return '[' + out + ']';
  };

  const encodeObject = (value, depth) => {
    const tag = apply(tagOf, value, []);
    if (tag !== '[object Object]') {
      return special(typeof tag === 'string' ? tag : 'object');
    }
    const names = keys(value);
    let out = '';
    for (let i = 0; i < names.length; i++) {
      out += (i === 0 ? '' : ',') + quote(names[i]) + ':' + encode(value[names[i]], depth + 1);
    }
    return '{' + out + '}';
  };

  const encodeNumber = (value) => {
    if (value !== value) return special('NaN');
    if (value === Infinity) return special('Infinity');
    if (value === -Infinity) return special('-Infinity');
    return '' + value;
  };

  function encode(value, depth) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) throw tooLarge;
    if (value === null) return 'null';
    switch (typeof value) {
      case 'boolean':
        return value ? 'true' : 'false';
      case 'number':
        return encodeNumber(value);
      case 'string':
        return value.length > MAX_TEXT ? special('too long') : quote(value);
      case 'object':
        return isArray(value) ? encodeArray(value, depth) : encodeObject(value, depth);
      default:
        return special(typeof value);
    }
  }

  const kindOf = (error) => {
    for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < MAX_DEPTH; depth++) {
      for (let i = 0; i < errorKinds.length; i++) {
        if (at === errorKinds[i].prototype) return errorKinds[i].kind;
      }
      at = prototypeOf(at);
    }
    return '';
  };

  const property = (error, name) => {
    try {
      const value = error[name];
      return typeof value === 'string' && value.length <= MAX_TEXT ? value : '';
    } catch {
      return '';
    }
  };

  const encodeError = (error) => {
    try {
      if (typeof error === 'string' && error.length <= MAX_TEXT) {
        return '{"threw":"","name":"","message":' + quote(error) + '}';
      }
      const isObject = typeof error === 'object' && error !== null;
      const kind = isObject ? kindOf(error) : '';
      const name = isObject ? property(error, 'name') : '';
      const message = isObject ? property(error, 'message') : '';
      return '{"threw":' + quote(kind) + ',"name":' + quote(name) + ',"message":' + quote(message) + '}';
    } catch {
      return '{"threw":"","name":"","message":""}';
    }
  };

  const report = (index, attempt) => {
    let out;
    try {
      nodes = 0;
      out = '{"value":' + encode(attempt(), 0) + '}';
    } catch (error) {
      out = error === tooLarge ? '{"value":' + special('too large') + '}' : encodeError(error);
    }
    invoke(ownToken, '' + index, out);
  };

  const pick = (name, inScope, module) => {
    if (typeof inScope === 'function') return inScope;
    const exported = module.exports;
    if (typeof exported === 'function') return exported;
    if (typeof exported === 'object' && exported !== null) {
      if (typeof exported[name] === 'function') return exported[name];
      if (typeof exported.default === 'function') return exported.default;
    }
    return typeof globalThis[name] === 'function' ? globalThis[name] : undefined;
  };

  const load = (code, name) => {
    const module = { exports: {} };
    globalThis.module = module;
    globalThis.exports = module.exports;
    const inScope = indirectEval(code + '\n;typeof ' + name + " === 'undefined' ? undefined : " + name);
    target = pick(name, inScope, module);
    return typeof target === 'function';
  };

  // An expression that is none throws when its turn comes, not before.
  const compiled = (name, expression) => {
    try {
      return MakeFunction(name, 'return (' + expression + '\n)');
    } catch (error) {
      return () => {
        throw error;
      };
    }
  };

  // What to do is asked of the host, so that the call itself is always the same and is compiled once.
  // 'prepare' compiles the steps, 'load' loads code, 'step' takes one step, 'run' loads and takes all steps from one on,
  // or none if the function is not there.
  const enter = (token) => {
    if (token !== ownToken) throw new TypeError('not for code under test');
    const request = parse(invoke(ownToken, 'request', ''));
    const command = request.command;
    const name = request.name;
    if (command === 'prepare') {
      steps = [];
      for (let i = 0; i < request.texts.length; i++) {
        defineProperty(steps, i, { value: compiled(name, request.texts[i]) });
      }
      report(0, () => true);
    } else if (command === 'step') {
      report(0, () => steps[request.from](target));
    } else {
      target = undefined;
      report(0, () => load(request.texts[0], name));
      if (command === 'run' && typeof target === 'function') {
        for (let i = request.from; i < steps.length; i++) {
          report(i - request.from + 1, () => steps[i](target));
        }
      }
    }
  };
  defineProperty(globalThis, 'rota', { value: freeze(enter), writable: false, enumerable: false, configurable: false });
})();
