const price = async () => 3;

async function order(name) {
  for (const n of [1, 2, 3]) {
    await price();
    console.log(name, n);
  }
}

await Promise.all([order('tea'), order('milk')]);
