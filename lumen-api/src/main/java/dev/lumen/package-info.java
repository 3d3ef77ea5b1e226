/// The API that users name.
package dev.lumen;
