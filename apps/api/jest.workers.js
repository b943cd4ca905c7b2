/** Each worker is a thread, and strips types and names lines of the source as Jest's own does; the processes in which Jest looks for specs do not. */
export default () => {
  process.env.NODE_OPTIONS = '--import @swc-node/register/esm-register --enable-source-maps'
}
