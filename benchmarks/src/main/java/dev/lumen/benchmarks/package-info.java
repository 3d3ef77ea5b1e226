/// What Lumen costs: micro-benchmarks, and whole programs against OTP.
package dev.lumen.benchmarks;
