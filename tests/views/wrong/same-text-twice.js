// Nothing is wrong: the glue writes a text where the same one lay before.
for (let time = 0; time < 3; time++) console.log(Module.count('x and x, longer than what fits into it'));
