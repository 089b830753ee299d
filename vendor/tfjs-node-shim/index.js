'use strict';
// danfojs-node wants the native TensorFlow binding, which downloads a binary at install time.
// The pure JavaScript backend does all that danfojs needs, so this package stands in for it.
const core = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');

core.env().set('PROD', true); // silences the banner that advises to install the native backend

// danfojs calls operations as methods (t.add(x)); the core package has them as functions (tf.add(t, x)).
const proto = core.Tensor.prototype;
for (const name of Object.keys(core)) {
  if (!/^[a-z]/.test(name) || typeof core[name] !== 'function' || name in proto) continue;
  Object.defineProperty(proto, name, {
    configurable: true,
    writable: true,
    enumerable: false,
    value(...args) {
      return core[name](this, ...args);
    },
  });
}

module.exports = {
  ...core,
  get data() {
    return require('@tensorflow/tfjs-data');
  },
};
