export * from '@tensorflow/tfjs-core';
import * as data from '@tensorflow/tfjs-data';
export { data };
